using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Calibration;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search;

/// <summary>A pack as one machine gives it to another: its cases and what was learnt of them, as compressed JSON.</summary>
internal static class SharedPack
{
    /// <summary>The pack as bytes.</summary>
    public static byte[] Write(KnowledgePack pack, CalibrationFile calibration)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(packed, new SharedPackShape(pack, calibration), SharedPackJson.Default.SharedPackShape);
        }

        return bytes.ToArray();
    }

    /// <summary>The bytes as a pack.</summary>
    /// <exception cref="InvalidDataException">They are none, or of another version of the program.</exception>
    public static (KnowledgePack Pack, CalibrationFile Calibration) Read(byte[] content)
    {
        try
        {
            using var unpacked = new GZipStream(new MemoryStream(content), CompressionMode.Decompress);
            var shape = JsonSerializer.Deserialize(unpacked, SharedPackJson.Default.SharedPackShape) ?? throw new InvalidDataException("The shared pack is empty.");
            return (shape.Pack, shape.Calibration);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException("The shared pack is of another version of the program.", e);
        }
    }

    /// <summary>A value for each case that changes whenever anything in it does.</summary>
    public static IReadOnlyDictionary<string, string> CaseFingerprints(KnowledgePack pack) => pack.Cases
        .DistinctBy(one => one.Id)
        .ToDictionary(
            one => one.Id,
            one => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(one, PackJson.Default.Case)))[..32],
            StringComparer.Ordinal);
}

/// <summary>What is shared.</summary>
internal sealed record SharedPackShape(KnowledgePack Pack, CalibrationFile Calibration);

/// <summary>Source-generated JSON of it.</summary>
[JsonSerializable(typeof(SharedPackShape))]
internal sealed partial class SharedPackJson : JsonSerializerContext;
