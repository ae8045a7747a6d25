using CoachBot.Core.Coaching;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Resources;
using CoachBot.Core.Search;
using CoachBot.Core.Turns;

namespace CoachBot.Core.Practice;

/// <summary>Finds practice material.</summary>
public sealed class Drills(ICaseIndex index, Coach coach)
{
    /// <summary>The drill of the case that a button names; a sentence when there is none.</summary>
    public IReadOnlyList<OutgoingReply> Show(Turn turn, CardAction action, bool withSolution)
    {
        var language = AnswerLanguageCodes.Of(action[CardData.Language]) ?? turn.Language;
        var found = index.Published(action[CardData.Case] ?? "");
        return found is null
            ? [new OutgoingReply(new Reply.Notice(CardTexts.Get("CaseGone", language), language))]
            : [new OutgoingReply(Reply(found, language, withSolution), withSolution ? ReplyPlacement.Replace : ReplyPlacement.New)];
    }

    /// <summary>A drill about a topic; without a topic that of the open case, else one of all by the number given.</summary>
    public Reply About(string topic, string? openCase, int number, AnswerLanguage language)
    {
        var all = index.Pack.Cases.Where(@case => @case.Published && @case.In(language).Drill is not null).ToList();
        var found = topic.Length > 0
            ? coach.Answer(topic, language).Matches.Select(match => all.Find(@case => @case.Id == match.Id)).FirstOrDefault(@case => @case is not null)
            : all.Find(@case => @case.Id == openCase) ?? (all.Count > 0 ? all[number % all.Count] : null);
        return found is null ? None(language) : Reply(found, language, withSolution: false);
    }

    private static Reply Reply(Case found, AnswerLanguage language, bool withSolution) =>
        PracticeCard.Of(found, language) is { } practice ? new Reply.Practise(practice, withSolution) : None(language);

    private static Reply.Notice None(AnswerLanguage language) => new(TurnTexts.Get("NoDrill", language), language);
}
