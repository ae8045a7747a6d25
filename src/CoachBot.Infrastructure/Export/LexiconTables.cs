using System.Globalization;
using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Export;

/// <summary>The sheets that hold everything of the pack but the cases.</summary>
internal static class LexiconTables
{
    /// <summary>All of them.</summary>
    public static IEnumerable<PackTable> Of(KnowledgePack pack) =>
    [
        Table("alternates", ["id", "hand", "zh", "en"], pack.Alternates.SelectMany(entry => entry.Hands.SelectMany(hand => Hand(entry.Id, hand)))),
        Table("redirects", ["id", "to", "zh.title", "zh.line", "en.title", "en.line"], pack.Redirects.Select(redirect =>
            new string?[] { redirect.Id, redirect.To, redirect.Zh.Title, redirect.Zh.Line, redirect.En.Title, redirect.En.Line })),
        Table("redirect-asks", ["id", "zh", "en"], pack.Redirects.SelectMany(redirect => Pairs([redirect.Id], redirect.Zh.Asks, redirect.En.Asks))),
        Table("people", ["code", "zh", "en", "contact"], pack.People.Select(person =>
            new[] { person.Key, person.Value.Zh, person.Value.En, person.Value.Contact })),
        Table("documents", ["name", "zh", "en"], pack.Documents.Select(document => new string?[] { document.Key, document.Value.Zh, document.Value.En })),
        Table("glossary", ["no", "zh", "en"], pack.Glossary.SelectMany((concept, at) => Pairs([Number(at)], concept.Zh, concept.En))),
        Table("signals", ["id", "to", "zh", "en"], pack.Signals.Select(signal => new string?[] { signal.Id, signal.To, signal.Zh, signal.En })),
        Table("signal-words", ["id", "trigger", "unless"], pack.Signals.SelectMany(signal => Pairs([signal.Id], signal.Triggers, signal.Unless))),
        Table("signal-examples", ["no", "signal", "question"], pack.SignalExamples.SelectMany((row, at) => Pairs([Number(at)], row.Signals, row.Questions))),
        Table("outside", ["question"], pack.Outside.Select(question => new string?[] { question.Text })),
        Table("follow-ups", ["no", "aim", "phrase"], pack.FollowUps.SelectMany((row, at) => Pairs([Number(at)], [row.Aim], row.Phrases))),
        Table("forbidden", ["zh", "en"], Pairs([], pack.Forbidden.Zh, pack.Forbidden.En)),
    ];

    // A hand that wrote nothing yet still has its row.
    private static IEnumerable<string?[]> Hand(string id, AlternatesHand hand) => hand.Zh.Count + hand.En.Count == 0
        ? [[id, hand.Hand, null, null]]
        : Pairs([id, hand.Hand], hand.Zh, hand.En);

    private static IEnumerable<string?[]> Pairs(string[] keys, IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        Enumerable.Range(0, Math.Max(one.Count, other.Count)).Select(at =>
            (string?[])[.. keys, one.ElementAtOrDefault(at), other.ElementAtOrDefault(at)]);

    private static PackTable Table(string name, string[] columns, IEnumerable<string?[]> rows) =>
        new(name, columns, rows.ToList<IReadOnlyList<string?>>());

    private static string Number(int at) => (at + 1).ToString(CultureInfo.InvariantCulture);
}
