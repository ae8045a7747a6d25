using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;

namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>A question with its signals, from an index that had not seen it.</summary>
/// <param name="Chinese">Whether it is asked in Chinese.</param>
/// <param name="Right">The case or redirect it is about; null: none.</param>
/// <param name="Signals">What the index knew of it.</param>
internal sealed record HeldOutQuestion(bool Chinese, string? Right, QuestionSignals Signals);

/// <summary>
/// Asks each writer's alternates of an index built from the other writers' only: the nearest thing to a stranger's question
/// that a pack holds. What one writer alone wrote (redirects, outside questions) is dealt out among the folds.
/// </summary>
internal static class HeldOutQuestions
{
    private const int FewestHands = 2;

    /// <summary>All held-out questions of a pack; empty when fewer than two people wrote alternates.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <param name="cancel">Stops between folds.</param>
    public static List<HeldOutQuestion> Of(KnowledgePack pack, IProgress<double>? progress, CancellationToken cancel)
    {
        var hands = SharedHands(pack);
        var questions = new List<HeldOutQuestion>();
        if (hands.Count < FewestHands)
        {
            return questions;
        }

        for (var fold = 0; fold < hands.Count; fold++)
        {
            cancel.ThrowIfCancellationRequested();
            var split = new Fold(hands, fold);
            var snapshot = SearchSnapshot.Build(split.Rest(pack));
            questions.AddRange(split.Held(pack).Select(held => new HeldOutQuestion(
                LanguageDetector.Detect(held.Text).IsChinese(), held.Right, snapshot.Signals.Read(snapshot.Analysis.Analyze(held.Text)))));
            progress?.Report((fold + 1d) / hands.Count);
        }

        return questions;
    }

    // A hand that wrote for fewer than half of the entries does not make a fold of its own.
    private static List<string> SharedHands(KnowledgePack pack) => pack.Alternates
        .SelectMany(alternates => alternates.Hands)
        .GroupBy(hand => hand.Hand)
        .Where(group => group.Count() * 2 > pack.Alternates.Count)
        .Select(group => group.Key)
        .Order(StringComparer.Ordinal)
        .ToList();

    private sealed class Fold(List<string> hands, int fold)
    {
        public KnowledgePack Rest(KnowledgePack pack) => pack with
        {
            Alternates = pack.Alternates.Select(alternates => alternates with
            {
                Hands = alternates.Hands.Select(hand => Part(hand, held: false)).ToList(),
            }).ToList(),
            Outside = pack.Outside.Where((_, at) => !IsDealt(at)).ToList(),
        };

        public IEnumerable<(string Text, string? Right)> Held(KnowledgePack pack) => pack.Alternates
            .SelectMany(alternates => alternates.Hands
                .Select(hand => Part(hand, held: true))
                .SelectMany(hand => hand.Zh.Concat(hand.En))
                .Select(text => (text, (string?)alternates.Id)))
            .Concat(pack.Outside.Where((_, at) => IsDealt(at)).Select(question => (question.Text, (string?)null)));

        private AlternatesHand Part(AlternatesHand hand, bool held)
        {
            if (hands.Contains(hand.Hand))
            {
                return hand.Hand == hands[fold] == held ? hand : hand with { Zh = [], En = [] };
            }

            return hand with { Zh = Dealt(hand.Zh, held), En = Dealt(hand.En, held) };
        }

        private List<string> Dealt(IReadOnlyList<string> texts, bool held) => texts.Where((_, at) => IsDealt(at) == held).ToList();

        private bool IsDealt(int at) => at % hands.Count == fold;
    }
}
