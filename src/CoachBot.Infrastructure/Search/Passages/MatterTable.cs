using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace CoachBot.Infrastructure.Search.Passages;

/// <summary>A word with what it counts.</summary>
/// <param name="Word">A pair of characters or a stem.</param>
/// <param name="Weight">Above 0, at most 1.</param>
internal readonly record struct WeightedWord(string Word, float Weight);

/// <summary>A matter that staff speak of: the words of each language that tell it from other matters.</summary>
/// <param name="Zh">Pairs of characters.</param>
/// <param name="En">Stems.</param>
internal sealed record Matter(IReadOnlyList<WeightedWord> Zh, IReadOnlyList<WeightedWord> En);

/// <summary>
/// Translates what staff say into how documents write it. A dictionary knows that a note is 钞票; that "dodgy notes came out of the
/// machine" is spoken of as 假币 and 柜员机 is learnt from a bilingual pack (<see cref="MatterLearning"/>): each word, or pair of
/// neighbouring words, points to matters, and a matter to its words in both languages. No text, id or card of a case is in it.
/// </summary>
/// <param name="matters">The matters.</param>
/// <param name="pointers">For each word of <see cref="MatterWords"/>, which matters it speaks for, and how clearly.</param>
internal sealed class MatterTable(IReadOnlyList<Matter> matters, Dictionary<string, (int Matter, float Weight)[]> pointers)
{
    private const int MostWords = 100;
    private const string Resource = "CoachBot.Infrastructure.Search.Passages.matters";
    private const float Unit = 1000;
    private static readonly Lazy<MatterTable> Kept = new(ReadShipped);

    /// <summary>The table that the program carries.</summary>
    public static MatterTable Shipped => Kept.Value;

    /// <summary>A table that knows nothing.</summary>
    public static MatterTable Empty { get; } = new([], []);

    /// <summary>The words that each language writes for what a question is about; none when no word points anywhere.</summary>
    /// <param name="folded">The question, folded.</param>
    public List<WeightedWord> Write(string folded)
    {
        var spoken = new float[matters.Count];
        foreach (var word in MatterWords.Of(folded))
        {
            foreach (var (matter, weight) in pointers.GetValueOrDefault(word, []))
            {
                spoken[matter] += weight;
            }
        }

        return [.. Heaviest(spoken, matter => matter.Zh), .. Heaviest(spoken, matter => matter.En)];
    }

    /// <summary>Writes the table: matters first, an empty line, then the words that point to them; numbers in thousandths.</summary>
    public void Save(Stream stream)
    {
        using var packed = new GZipStream(stream, CompressionLevel.SmallestSize);
        using var writer = new StreamWriter(packed, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var matter in matters)
        {
            writer.WriteLine($"{Text(matter.Zh)}\t{Text(matter.En)}");
        }

        writer.WriteLine();
        foreach (var (word, places) in pointers.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WriteLine($"{word}\t{string.Join(' ', places.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place.Matter}:{Number(place.Weight)}")))}");
        }
    }

    private IEnumerable<WeightedWord> Heaviest(float[] spoken, Func<Matter, IReadOnlyList<WeightedWord>> written)
    {
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (at, weight) in spoken.Index().Where(matter => matter.Item > 0))
        {
            foreach (var word in written(matters[at]))
            {
                words[word.Word] = words.GetValueOrDefault(word.Word) + (weight * word.Weight);
            }
        }

        return words.Select(word => new WeightedWord(word.Key, word.Value))
            .OrderByDescending(word => word.Weight).ThenBy(word => word.Word, StringComparer.Ordinal)
            .Take(MostWords);
    }

    private static MatterTable ReadShipped()
    {
        using var packed = typeof(MatterTable).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The table of matters is missing from the program.");
        using var reader = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        var matters = new List<Matter>();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var cut = line.IndexOf('\t', StringComparison.Ordinal);
            matters.Add(new Matter(Words(line[..cut]), Words(line[(cut + 1)..])));
        }

        var pointers = new Dictionary<string, (int, float)[]>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            var cut = line.IndexOf('\t', StringComparison.Ordinal);
            pointers.Add(line[..cut], Words(line[(cut + 1)..]).ConvertAll(place => (int.Parse(place.Word, CultureInfo.InvariantCulture), place.Weight)).ToArray());
        }

        return new MatterTable(matters, pointers);
    }

    private static string Text(IReadOnlyList<WeightedWord> words) => string.Join(' ', words.Select(word => $"{word.Word}:{Number(word.Weight)}"));

    private static string Number(float weight) => MathF.Max(1, MathF.Round(weight * Unit)).ToString(CultureInfo.InvariantCulture);

    private static List<WeightedWord> Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part =>
    {
        var cut = part.IndexOf(':', StringComparison.Ordinal);
        return new WeightedWord(part[..cut], int.Parse(part.AsSpan(cut + 1), CultureInfo.InvariantCulture) / Unit);
    }).ToList();
}
