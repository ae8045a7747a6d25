using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>
/// Embeddings kept on disk by the content of their texts: made once, whatever changes around them. Records are only ever added; one
/// that was cut off by a crash is written over by the next.
/// </summary>
internal sealed class EmbeddingFile
{
    private const int KeyBytes = 16;
    private const int HeadBytes = 8;
    private static readonly byte[] Magic = "CBM1"u8.ToArray();
    private readonly string _path;
    private readonly Dictionary<UInt128, float[]> _kept = [];
    private long _end = HeadBytes;

    private EmbeddingFile(string path) => _path = path;

    /// <summary>Numbers a vector; 0 as long as nothing was kept.</summary>
    public int Dimensions { get; private set; }

    /// <summary>How many texts have an embedding.</summary>
    public int Count => _kept.Count;

    /// <summary>Opens the file of a model below the data folder; an unreadable one is begun anew, since everything in it can be made again.</summary>
    /// <param name="dataFolder">The folder for derived data.</param>
    /// <param name="model">The deployment's name.</param>
    public static EmbeddingFile Open(string dataFolder, string model)
    {
        var folder = Directory.CreateDirectory(Path.Combine(dataFolder, "meaning"));
        var safe = string.Concat(model.Select(character => char.IsAsciiLetterOrDigit(character) || character == '-' ? character : '_'));
        var file = new EmbeddingFile(Path.Combine(folder.FullName, safe + ".embeddings"));
        file.Load();
        return file;
    }

    /// <summary>The vector of a text; null when it has none yet.</summary>
    public float[]? Find(UInt128 key) => _kept.GetValueOrDefault(key);

    /// <summary>Keeps vectors of length one; they are on disk when this returns.</summary>
    public void Add(IReadOnlyList<(UInt128 Key, float[] Unit)> made)
    {
        if (made.Count == 0)
        {
            return;
        }

        if (Dimensions != made[0].Unit.Length)
        {
            // Another model behind the same name: what was kept means nothing any more.
            Begin(made[0].Unit.Length);
        }

        using var stream = new FileStream(_path, FileMode.Open, FileAccess.Write, FileShare.Read);
        stream.Position = _end;
        var record = new byte[KeyBytes + (Dimensions * sizeof(float))];
        foreach (var (key, unit) in made.Where(pair => _kept.TryAdd(pair.Key, pair.Unit)))
        {
            BinaryPrimitives.WriteUInt128LittleEndian(record, key);
            MemoryMarshal.AsBytes(unit.AsSpan()).CopyTo(record.AsSpan(KeyBytes));
            stream.Write(record);
        }

        stream.Flush(flushToDisk: true);
        _end = stream.Position;
    }

    private void Begin(int dimensions)
    {
        _kept.Clear();
        Dimensions = dimensions;
        var head = new byte[HeadBytes];
        Magic.CopyTo(head, 0);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(4), dimensions);
        File.WriteAllBytes(_path, head);
        _end = HeadBytes;
    }

    private void Load()
    {
        if (!File.Exists(_path))
        {
            return;
        }

        using var stream = File.OpenRead(_path);
        var head = new byte[HeadBytes];
        if (stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) < HeadBytes || !head.AsSpan(0, 4).SequenceEqual(Magic))
        {
            return;
        }

        var dimensions = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(4));
        if (dimensions is < 1 or > 3072)
        {
            return;
        }

        Dimensions = dimensions;
        var record = new byte[KeyBytes + (dimensions * sizeof(float))];
        while (stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) == record.Length)
        {
            _kept[BinaryPrimitives.ReadUInt128LittleEndian(record)] = MemoryMarshal.Cast<byte, float>(record.AsSpan(KeyBytes)).ToArray();
            _end = stream.Position;
        }
    }
}
