using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Documents.Drafts;

/// <summary>
/// Proposes a draft case where a section tells a scene and how to handle it: by a marked better part, by an analysis with
/// advice, by a named response, or as question and answer. It sorts what the document says and invents nothing.
/// </summary>
public static partial class DraftProposer
{
    private const int LongestSituation = 240;
    private const int LongestTip = 200;
    private const int LongestTitle = 60;
    private const int LongStep = 120;

    /// <summary>The drafts a document's passages give, in order; each scene once, however often it is printed.</summary>
    public static IReadOnlyList<Draft> Propose(IReadOnlyList<Passage> passages) => passages
        .GroupBy(passage => passage.Section)
        .Select(section => FromSection(section.ToList()))
        .OfType<Draft>()
        .DistinctBy(draft => draft.Id)
        .ToList();

    private static Draft? FromSection(List<Passage> passages)
    {
        var scene = new ToldScene(passages.SelectMany(passage => passage.Text.Split('\n')));
        var first = passages[0];
        return scene switch
        {
            _ when scene.Has(ScenePart.Question) && scene.Has(ScenePart.Answer) => scene.Text(ScenePart.Scene).Length <= LongestSituation ? FromAnswer(scene, passages) : null,
            _ when !scene.Has(ScenePart.Scene) && !(scene.Has(ScenePart.Worse) && first.Heading.Length > 0) => null,
            _ when scene.Has(ScenePart.Better) => FromBetter(scene, passages),
            _ when scene.Has(ScenePart.Analysis) => FromAnalysis(scene, passages),
            _ => null,
        };
    }

    private static Draft? FromBetter(ToldScene scene, List<Passage> passages)
    {
        var better = scene.Spoken(ScenePart.Better);
        var say = better.Where(line => line.Speaker == Speaker.Staff).Select(line => line.Text).ToList();
        var steps = better.Where(line => line.Speaker == Speaker.Narrator && IsHandling(line.Text)).SelectMany(line => Steps(line.Text)).ToList();
        var told = scene.Spoken(ScenePart.Scene);
        var situation = Situation(told, passages[0].Heading);
        var worse = scene.Has(ScenePart.Worse) ? scene.Spoken(ScenePart.Worse)
            : IsResponseOnly(scene) ? []
            : told;
        return say.Count + steps.Count == 0 || situation.Length == 0
            ? null
            : Build(passages, situation, say, steps, Avoided(worse, situation).Where(text => !IsAlso(text, say)).ToList(), scene);
    }

    // What the customer does, and what the author remarks on it, are no steps.
    private static bool IsHandling(string told) => !Dialogue.IsAboutCustomer(told) && !Remark().IsMatch(told);

    // A greeting that stands on both sides is not what was wrong.
    private static bool IsAlso(string text, List<string> say) =>
        say.Exists(good => good.AsSpan().TrimEnd("。!！?？").StartsWith(text.AsSpan().TrimEnd("。!！?？"), StringComparison.Ordinal));

    // Advice stands between the sentences of an analysis: 「应该……」, 「可以……」.
    private static Draft? FromAnalysis(ToldScene scene, List<Passage> passages)
    {
        var steps = Sentences.Of(scene.Text(ScenePart.Analysis)).Where(sentence => Advice().IsMatch(sentence)).ToList();
        var told = scene.Spoken(ScenePart.Scene);
        var situation = Situation(told, passages[0].Heading);
        return steps.Count == 0 || situation.Length == 0 ? null : Build(passages, situation, [], steps, Avoided(told, situation), scene);
    }

    private static Draft FromAnswer(ToldScene scene, List<Passage> passages) => Build(
        passages, Sentences.First(scene.Text(ScenePart.Question), 2, LongestSituation), [], Steps(scene.Text(ScenePart.Answer)).ToList(), [], scene);

    // 「……。应对:……」 describes a kind of customer and the response; nobody of the house has done anything wrong yet.
    private static bool IsResponseOnly(ToldScene scene) => !scene.IsDialogue && !scene.Has(ScenePart.Essence) && !scene.Has(ScenePart.Maxim);

    private static string Situation(IReadOnlyList<Utterance> told, string heading)
    {
        var beginning = told.TakeWhile(line => line.Speaker == Speaker.Narrator).Select(line => line.Text);
        var narrated = Sentences.First(string.Join(' ', beginning), 2, LongestSituation);
        var asked = told.FirstOrDefault(line => line.Speaker == Speaker.Customer);
        var said = asked is null ? "" : $"{asked.Name}：“{asked.Text.Trim('“', '”')}”";
        var situation = narrated.Length + said.Length <= LongestSituation ? narrated + said : narrated.Length > 0 ? narrated : said;
        return situation.Length > 0 ? situation : told.Count == 0 ? HeadingRules.Bare(heading) : Sentences.First(told[0].Text, 2, LongestSituation);
    }

    private static List<string> Avoided(IReadOnlyList<Utterance> worse, string situation) => worse
        .Where(line => line.Speaker is Speaker.Staff or Speaker.Narrator)
        .SelectMany(line => line.Speaker == Speaker.Staff ? [line.Text] : Steps(line.Text))
        .Where(text => !situation.Contains(text, StringComparison.Ordinal))
        .ToList();

    private static IEnumerable<string> Steps(string text) => text.Length <= LongStep ? [text] : Sentences.Of(text);

    private static Draft Build(
        List<Passage> passages, string situation, List<string> say, List<string> steps, List<string> avoid, ToldScene scene)
    {
        var heading = passages[0].Heading.Split(" / ")[^1];
        var title = HeadingRules.Bare(heading);
        var maxim = scene.Text(ScenePart.Maxim);
        return new Draft
        {
            Id = "draft-" + Hash(situation, say, steps, avoid),
            Language = passages[0].Language,
            Title = Sentences.First(title.Length == 0 ? situation : title, 1, LongestTitle),
            Situation = situation,
            Say = say,
            Do = steps,
            Avoid = avoid,
            Why = Sentences.First(scene.Text(ScenePart.Essence), 2, LongestSituation),
            Tip = maxim.Length == 0 ? "" : Sentences.First(maxim, 2, LongestTip),
            Passages = passages.ConvertAll(passage => passage.Id),
            Section = heading,
        };
    }

    // Spaces and marks differ between exports of one text; its words do not.
    private static string Hash(string situation, List<string> say, List<string> steps, List<string> avoid)
    {
        var words = string.Concat(string.Join('\n', [situation, .. say, "+", .. steps, "-", .. avoid]).Where(char.IsLetterOrDigit));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TextFolding.Fold(words))))[..10];
    }

    [GeneratedRegex("^(?:从?案例|……)")]
    private static partial Regex Remark();

    [GeneratedRegex(@"应该|应当|应在|要[^求]|可以|必须|需要|正确的做法|切忌|不要|\b(?:should|must|better to|could have|ought to|needs? to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Advice();
}
