using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace CoachBot.Infrastructure.Search.Voting;

/// <summary>Keeps a voter in a file, so that it is learnt once for each state of the pack.</summary>
internal static class VoterFile
{
    private const int Format = 2;
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes a voter.</summary>
    public static void Write(string path, Voter voter)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        var (features, idf, weights) = voter.Parts;
        writer.Write(Format);
        writer.Write(voter.Labels.Count);
        foreach (var label in voter.Labels)
        {
            writer.Write(label);
        }

        writer.Write(features.Count);
        foreach (var feature in features)
        {
            writer.Write(feature);
        }

        writer.Write(MemoryMarshal.AsBytes(idf.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>Reads a voter; an <see cref="InvalidDataException"/> when the file is of another format or cut off.</summary>
    public static Voter Read(string path)
    {
        using var reader = new BinaryReader(new BufferedStream(File.OpenRead(path), BufferBytes), Encoding.UTF8);
        if (reader.ReadInt32() != Format)
        {
            throw new InvalidDataException($"'{Path.GetFileName(path)}' was written by another version.");
        }

        var labels = Texts(reader);
        var names = Texts(reader);
        return new Voter(labels, names, Numbers<float>(reader, names.Length), Numbers<Half>(reader, (names.Length + 1L) * labels.Length));
    }

    private static string[] Texts(BinaryReader reader)
    {
        var texts = new string[Possible(reader, reader.ReadInt32(), bytesEach: 1)];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = reader.ReadString();
        }

        return texts;
    }

    private static T[] Numbers<T>(BinaryReader reader, long count)
        where T : unmanaged
    {
        var numbers = new T[Possible(reader, count, Unsafe.SizeOf<T>())];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    // A damaged count must not ask for more memory than the file could fill.
    private static int Possible(BinaryReader reader, long count, int bytesEach) =>
        count >= 0 && count * bytesEach <= reader.BaseStream.Length - reader.BaseStream.Position
            ? (int)count
            : throw new InvalidDataException("The voter's file is damaged.");
}
