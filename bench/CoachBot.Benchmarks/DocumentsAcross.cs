using System.Globalization;
using CoachBot.Core.Coverage;
using CoachBot.Core.Documents;
using CoachBot.Core.Evaluation;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Documents;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Passages;

namespace CoachBot.Benchmarks;

/// <summary>
/// Chinese documents without any case pack, asked in English: how often the passage that tells what was asked is the first,
/// or among the first three. The right passages are those that hold a locator of the catalogue.
/// </summary>
internal static class DocumentsAcross
{
    private const int Folds = 5;

    public static int Run(string[] args)
    {
        if (args is not [var shared] || !Directory.Exists(Path.Combine(shared, "sources")) || !Directory.Exists(Path.Combine(shared, "catalogue")))
        {
            Console.Error.WriteLine("documents needs the folder that holds sources/ and catalogue/");
            return 2;
        }

        var folder = new DocumentFolder(Path.Combine(shared, "sources"), DocumentReaders.Gate(TimeProvider.System));
        var passages = folder.Read(CancellationToken.None).Passages;
        var units = CatalogueFolder.Read(Path.Combine(shared, "catalogue"));
        var right = units.ToDictionary(unit => unit.Id, unit => Tellers(unit, passages), StringComparer.Ordinal);
        var pack = Repository.Pack();
        var questions = Repository.Questions().Where(question => question.Alerts is null).ToList();
        var judges = Sets(questions, units).ToList();

        var shipped = new Table("shipped", passages, pack.Glossary, _ => MatterTable.Shipped);
        var none = new Table("dictionary and glossary alone", passages, pack.Glossary, _ => MatterTable.Empty);
        var folds = Enumerable.Range(0, Folds).Select(fold => MatterLearning.Learn(Without(pack, fold))).ToList();
        var heldOut = new Table("learnt without the case asked for", passages, pack.Glossary, unit => folds[FoldOf(pack, unit)]);
        Console.WriteLine("| questions | words translated by | asked | R@1 | R@3 | R@5 |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (name, asked) in judges)
        {
            foreach (var table in new[] { shipped, none, heldOut })
            {
                Row(name, table, asked.Where(one => one.Units.Any(unit => right.GetValueOrDefault(unit, []).Count > 0)).ToList(), right);
            }
        }

        return 0;
    }

    private static IEnumerable<(string Name, List<Asked> Questions)> Sets(List<EvaluationQuestion> questions, IReadOnlyList<CatalogueUnit> units)
    {
        var inScope = questions.Where(question => question.Expect.Count > 0).ToList();
        yield return ("evaluation, English", inScope.Where(question => question.Lang == "en").Select(question => new Asked(question.Text, question.Expect)).ToList());
        yield return ("titles, English", units.Where(unit => !unit.IsTitleOnly).Select(unit => new Asked(unit.TitleEn, [unit.Id])).ToList());
        yield return ("evaluation, Chinese", inScope.Where(question => question.Lang.StartsWith("zh", StringComparison.Ordinal)).Select(question => new Asked(question.Text, question.Expect)).ToList());
    }

    private static void Row(string name, Table table, List<Asked> questions, Dictionary<string, HashSet<string>> right)
    {
        var ranks = questions.ConvertAll(asked => Rank(table.For(asked.Units[0]).Find(asked.Text, 5), asked.Units.SelectMany(unit => right.GetValueOrDefault(unit, [])).ToHashSet()));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {table.Name} | {ranks.Count} | {Share(1):F1} | {Share(3):F1} | {Share(5):F1} |"));

        double Share(int most) => 100.0 * ranks.Count(rank => rank >= 1 && rank <= most) / ranks.Count;
    }

    private static int Rank(List<PassageHit> hits, HashSet<string> right) => 1 + hits.FindIndex(hit => right.Contains(hit.Passage.Id));

    private static HashSet<string> Tellers(CatalogueUnit unit, IReadOnlyList<Passage> passages) => passages
        .Where(passage => passage.Document == unit.File && unit.Locators.Any(locator => Letters(passage.Heading + passage.Text).Contains(Letters(locator), StringComparison.Ordinal)))
        .Select(passage => passage.Id)
        .ToHashSet(StringComparer.Ordinal);

    // Only what no export changes.
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).Replace('臵', '置');

    private static int FoldOf(KnowledgePack pack, string unit)
    {
        var at = pack.Cases.OrderBy(@case => @case.Id, StringComparer.Ordinal).ToList().FindIndex(@case => @case.Covers.Contains(unit));
        return at < 0 ? 0 : at % Folds;
    }

    private static KnowledgePack Without(KnowledgePack pack, int fold) => pack with
    {
        Cases = pack.Cases.OrderBy(@case => @case.Id, StringComparer.Ordinal).Where((_, at) => at % Folds != fold).ToList(),
    };

    private sealed record Asked(string Text, IReadOnlyList<string> Units);

    private sealed class Table(string name, IReadOnlyList<Passage> passages, IReadOnlyList<Concept> glossary, Func<string, MatterTable> of)
    {
        private readonly Dictionary<MatterTable, PassageIndex> _indexes = [];

        public string Name => name;

        public PassageIndex For(string unit)
        {
            var table = of(unit);
            return _indexes.TryGetValue(table, out var known)
                ? known
                : _indexes[table] = new PassageIndex(passages, new TextAnalysis(new Glossary(glossary)), table);
        }
    }
}
