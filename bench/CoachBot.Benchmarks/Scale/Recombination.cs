using System.Globalization;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Large;

namespace CoachBot.Benchmarks.Scale;

/// <summary>
/// Makes as many cases as wanted out of the pack's own sentences, the same ones every time. A case keeps to one case of the pack
/// with every second sentence and takes the others from anywhere, so that terms stay as frequent as people write them; ways of
/// asking are made of the beginning of one and the end of another, so that hardly two are equal.
/// </summary>
internal sealed class Recombination
{
    private readonly List<Case> _cases;
    private readonly List<List<string>> _zhAsks;
    private readonly List<List<string>> _enAsks;

    public Recombination(KnowledgePack pack)
    {
        _cases = pack.Cases.Where(@case => @case.Published).ToList();
        var hands = pack.Alternates.ToDictionary(alternates => alternates.Id, alternates => alternates.Hands);
        _zhAsks = _cases.ConvertAll(@case => @case.Zh.Asks.Concat(Hands(@case).SelectMany(hand => hand.Zh)).ToList());
        _enAsks = _cases.ConvertAll(@case => @case.En.Asks.Concat(Hands(@case).SelectMany(hand => hand.En)).ToList());

        IReadOnlyList<AlternatesHand> Hands(Case @case) => hands.TryGetValue(@case.Id, out var found) ? found : [];
    }

    /// <summary>The id of a case.</summary>
    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"case-{number:D7}");

    /// <summary>That many cases, made when they are asked for.</summary>
    public IEnumerable<LibraryEntry> Take(int count) => Enumerable.Range(0, count).Select(Entry);

    /// <summary>One case.</summary>
    public LibraryEntry Entry(int number)
    {
        var random = new Random(number);
        var topic = random.Next(_cases.Count);
        var made = _cases[topic] with
        {
            Id = Id(number),
            Zh = Face(random, topic, @case => @case.Zh, _zhAsks, 22),
            En = Face(random, topic, @case => @case.En, _enAsks, 40),
            Covers = [],
            Related = [],
            House = [],
        };
        return new LibraryEntry(made, [Ask(random, topic, _zhAsks), Ask(random, topic, _enAsks)]);
    }

    private Face Face(Random random, int topic, Func<Case, Face> of, List<List<string>> asks, int titleLength)
    {
        var title = One(face => face.Title);
        return new Face
        {
            Title = title.Length > titleLength * 2 ? title[..(titleLength * 2)] : title,
            Cue = One(face => face.Cue),
            Situation = One(face => face.Situation),
            Asks = [Ask(random, topic, asks)],
            Say = Some(2, face => face.Say),
            Do = Some(3, face => face.Do),
            Avoid = Some(1, face => face.Avoid),
            Escalate = Some(1, face => face.Escalate),
            Why = One(face => face.Why),
            Tip = One(face => face.Tip),
        };

        Face Source() => of(_cases[random.Next(2) == 0 ? topic : random.Next(_cases.Count)]);

        string One(Func<Face, string> text) => text(Source());

        List<T> Some<T>(int count, Func<Face, IReadOnlyList<T>> list) => Enumerable.Range(0, count)
            .Select(_ => list(Source()))
            .Where(all => all.Count > 0)
            .Select(all => all[random.Next(all.Count)])
            .ToList();
    }

    private static string Ask(Random random, int topic, List<List<string>> asks)
    {
        var beginning = Pick(topic);
        var end = Pick(random.Next(asks.Count));
        return beginning[..Cut(beginning)] + end[Cut(end)..];

        string Pick(int at) => asks[at][random.Next(asks[at].Count)];
    }

    // Chinese may be cut anywhere, English before a word.
    private static int Cut(string text)
    {
        var middle = text.Length / 2;
        if (TextFolding.IsHan(text[middle]))
        {
            return middle;
        }

        var space = text.IndexOf(' ', middle);
        return space < 0 ? middle : space;
    }
}
