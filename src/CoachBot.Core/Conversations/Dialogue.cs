using CoachBot.Core.Coaching;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Language;
using CoachBot.Core.Privacy;

namespace CoachBot.Core.Conversations;

/// <summary>What a message gave.</summary>
/// <param name="Answer">What is shown.</param>
/// <param name="State">What the conversation remembers from now on.</param>
/// <param name="Notice">A sentence in place of an answer's usual text, when the message could not be taken; else null.</param>
/// <param name="IsQuestion">Whether the message asked something of its own; false for what asks on about the open case.</param>
public sealed record DialogueTurn(Answer Answer, ConversationState State, string? Notice = null, bool IsQuestion = false);

/// <summary>How a person wants to be answered.</summary>
/// <param name="Language">The language; null: that of the message.</param>
/// <param name="NoQuestionsBack">A plausible case is shown at once where others would have to choose.</param>
/// <param name="Explain">Whether matches say why they were found.</param>
public sealed record Manner(AnswerLanguage? Language = null, bool NoQuestionsBack = false, bool Explain = false)
{
    /// <summary>As anybody is answered who has set nothing.</summary>
    public static Manner Usual { get; } = new();
}

/// <summary>
/// Takes the messages of a conversation one by one. The state goes in and comes out, so that any machine can take the next
/// message.
/// </summary>
public sealed class Dialogue(Coach coach, DecisionBounds bounds)
{
    private volatile KnownRecognizer? _recognizer;

    /// <summary>Answers a message in the light of what was said before.</summary>
    public DialogueTurn Take(ConversationState state, string message, bool explain = false) =>
        Take(state, message, explain ? Manner.Usual with { Explain = true } : Manner.Usual);

    /// <summary>Answers a message in the light of what was said before, as the person wants it.</summary>
    public DialogueTurn Take(ConversationState state, string message, Manner manner) =>
        Recognizer().Recognize(message) switch
        {
            FollowUp.Pick pick when state.Offered.Count > 0 => Pick(state, message, pick.Number, manner),
            FollowUp.Translate translate when state.CaseId is not null => OpenCase(state, message, translate.Language, CardPart.Whole),
            FollowUp.Ask { Aim: FollowUpAims.Others } when state.CaseId is not null => Others(state, message, manner),
            FollowUp.Ask ask when state.CaseId is not null => OpenCase(state, message, LanguageOf(state, message, manner), PartOf(ask.Aim)),
            FollowUp.Continue when state.CaseId is not null => GoOn(state, message, manner),
            FollowUp.Ask or FollowUp.Translate => NothingOpen(message, manner),
            _ => NewQuestion(message, manner),
        };

    private FollowUpRecognizer Recognizer()
    {
        var phrases = coach.Pack.FollowUps;
        var known = _recognizer;
        if (known is null || !ReferenceEquals(known.Phrases, phrases))
        {
            _recognizer = known = new KnownRecognizer(phrases, new FollowUpRecognizer(phrases));
        }

        return known.Recognizer;
    }

    private sealed record KnownRecognizer(IReadOnlyList<FollowUpPhrases> Phrases, FollowUpRecognizer Recognizer);

    /// <summary>Shows a case that was picked, by a number or a button, as the open one.</summary>
    /// <param name="state">What was said before.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="message">The question it answers, whose risk signals stand above it again; empty when nobody asked.</param>
    /// <param name="language">The language to show it in.</param>
    /// <returns>A notice when the pack no longer has the case.</returns>
    public DialogueTurn Show(ConversationState state, string caseId, string message, AnswerLanguage language) =>
        coach.Card(caseId, language) is null
            ? new DialogueTurn(Nothing(message, language), state, Resources.CardTexts.Get("CaseGone", language))
            : OpenCase(
                state.CaseId == caseId ? state : state with { CaseId = caseId, Score = 1 },
                message,
                language,
                CardPart.Whole,
                message.Length == 0 ? [] : coach.Alerts(MaskMarks.Strip(message), language));

    /// <summary>Goes on from an answer to a question of its own that was improved elsewhere.</summary>
    public DialogueTurn TakeOver(Answer improved, Manner manner)
    {
        var answer = Decided(improved, manner);
        return new DialogueTurn(answer, StateAfter(answer), IsQuestion: true);
    }

    private DialogueTurn NewQuestion(string message, Manner manner) =>
        TakeOver(coach.Answer(message, manner.Language, manner.Explain), manner);

    // With the customer one metre away nobody chooses from a list: the best case is shown when it may well be the right one.
    private Answer Decided(Answer answer, Manner manner) =>
        manner.NoQuestionsBack && answer.Outcome == Outcome.Choose && answer.Matches[0].Score >= bounds.Plausible
            && coach.Card(answer.Matches[0].Id, answer.Language) is { } card
            ? answer with { Outcome = Outcome.Answered, Card = card, Choices = 0 }
            : answer;

    // "And if he films me?" may name a case of its own; only when it does not, the open case goes on.
    private DialogueTurn GoOn(ConversationState state, string message, Manner manner)
    {
        var answer = coach.Answer(message, manner.Language, manner.Explain);
        var isOwn = answer.Outcome == Outcome.Answered && answer.Matches[0].Score >= bounds.Answer && answer.Matches[0].Id != state.CaseId;
        return isOwn
            ? new DialogueTurn(answer, StateAfter(answer), IsQuestion: true)
            : OpenCase(state, message, LanguageOf(state, message, manner), CardPart.Otherwise, answer.Alerts);
    }

    private DialogueTurn Pick(ConversationState state, string message, int number, Manner manner)
    {
        var language = manner.Language ?? state.Language;
        if (number > state.Offered.Count)
        {
            var notice = Resources.CardTexts.Get("NoSuchNumber", language, state.Offered.Count);
            return new DialogueTurn(Nothing(message, language), state, notice);
        }

        return OpenCase(state with { CaseId = state.Offered[number - 1], Score = 1 }, message, language, CardPart.Whole);
    }

    private DialogueTurn OpenCase(
        ConversationState state, string message, AnswerLanguage language, CardPart part, IReadOnlyList<Alerts.Alert>? alerts = null)
    {
        // The pack may have lost the case since it was shown.
        if (coach.Card(state.CaseId!, language) is not { } card)
        {
            return NothingOpen(message, new Manner(language));
        }

        var answer = new Answer
        {
            Question = message,
            Language = language,
            Outcome = Outcome.Answered,
            Matches = Matches(state, language),
            Card = card,
            Part = part,
            Alerts = alerts ?? coach.Alerts(message, language),
        };
        return new DialogueTurn(answer, state with { Language = language });
    }

    private DialogueTurn Others(ConversationState state, string message, Manner manner)
    {
        var language = LanguageOf(state, message, manner);
        var others = Matches(state, language).Where(match => match.Id != state.CaseId).ToList();
        var answer = new Answer
        {
            Question = message,
            Language = language,
            Outcome = others.Count > 0 ? Outcome.Choose : Outcome.None,
            Choices = others.Count,
            Matches = others,
        };
        return new DialogueTurn(answer, state with { Language = language, Offered = others.ConvertAll(match => match.Id) });
    }

    private static DialogueTurn NothingOpen(string message, Manner manner)
    {
        var language = manner.Language ?? LanguageDetector.Detect(message);
        return new DialogueTurn(Nothing(message, language), ConversationState.New, Resources.CardTexts.Get("NothingToFollow", language));
    }

    private static Answer Nothing(string message, AnswerLanguage language) =>
        new() { Question = message, Language = language, Outcome = Outcome.None, Matches = [] };

    private List<Match> Matches(ConversationState state, AnswerLanguage language) => state.Offered
        .Where(id => id != state.CaseId)
        .Select(id => coach.Match(id, 0, language))
        .Prepend(coach.Match(state.CaseId!, state.Score, language))
        .OfType<Match>()
        .ToList();

    private static ConversationState StateAfter(Answer answer) => new()
    {
        CaseId = answer.Card?.Id,
        Score = answer.Card is null ? 0 : answer.Matches[0].Score,
        Language = answer.Language,
        Offered = answer.Matches.Where(match => match.IsCase).Select(match => match.Id).Take(answer.Outcome == Outcome.Choose ? answer.Choices : int.MaxValue).ToList(),
    };

    // A number or a bare sign has no language of its own.
    private static AnswerLanguage LanguageOf(ConversationState state, string message, Manner manner)
    {
        if (manner.Language is { } chosen)
        {
            return chosen;
        }

        var detected = LanguageDetector.Detect(message);
        return detected == AnswerLanguage.Zh && state.Language == AnswerLanguage.ZhHant ? AnswerLanguage.ZhHant : detected;
    }

    private static CardPart PartOf(string aim) => aim switch
    {
        FollowUpAims.Say => CardPart.Say,
        FollowUpAims.Do => CardPart.Do,
        FollowUpAims.Avoid => CardPart.Avoid,
        FollowUpAims.HandOver => CardPart.HandOver,
        FollowUpAims.Refused => CardPart.Otherwise,
        FollowUpAims.Why => CardPart.Why,
        _ => CardPart.Whole,
    };
}
