using CoachBot.Core.Coaching;
using CoachBot.Core.Experts;
using CoachBot.Core.Language;
using CoachBot.Core.Practice;
using CoachBot.Core.Preferences;
using CoachBot.Core.Search.Keyword;

namespace CoachBot.Core.Turns;

/// <summary>What the bot says, free of any channel's format; a channel's translator makes its own cards of it.</summary>
/// <param name="Language">The language it is written in.</param>
public abstract record Reply(AnswerLanguage Language)
{
    /// <summary>The answer to a question: a card, a choice, a redirect, or that nothing fits.</summary>
    /// <param name="Answer">The answer.</param>
    /// <param name="QuestionId">The remembered question that buttons and feedback refer to; null when it was not remembered.</param>
    /// <param name="Brief">Customer is here: alerts, the sentence, the steps, whom to hand over to, and nothing else on the first screen.</param>
    /// <param name="Notices">Lines said once above the answer, such as that personal data was hidden.</param>
    /// <param name="AskWhom">Whom to ask where nothing fits.</param>
    /// <param name="Full">The whole procedure was asked for: nothing is folded away.</param>
    public sealed record Answered(
        Answer Answer, string? QuestionId, bool Brief, IReadOnlyList<string> Notices, string AskWhom, bool Full = false) : Reply(Answer.Language);

    /// <summary>The sentences of a case, large, for the customer's eyes: no inner remarks.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Sentences">What may be shown.</param>
    /// <param name="Spoken">Their language.</param>
    /// <param name="QuestionId">The question that the card answered, for the way back to it; null when there is none.</param>
    public sealed record Large(string CaseId, IReadOnlyList<string> Sentences, AnswerLanguage Spoken, string? QuestionId = null) : Reply(Spoken);

    /// <summary>A sentence or two.</summary>
    /// <param name="Text">The text; paragraphs are parted by a blank line.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record Notice(string Text, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>The bot introduces itself, with real questions to press.</summary>
    /// <param name="Text">Who it is and what to type.</param>
    /// <param name="Examples">Three real questions.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record Welcome(string Text, IReadOnlyList<string> Examples, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>What can be typed.</summary>
    /// <param name="Lines">One line a way.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record Help(IReadOnlyList<HelpLine> Lines, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>Why did it not help? The reasons as buttons.</summary>
    /// <param name="QuestionId">The question.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record ReasonsAsked(string QuestionId, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>A page of the trainers' keyword search.</summary>
    /// <param name="Query">As it was typed.</param>
    /// <param name="Results">The page.</param>
    /// <param name="Spoken">The language of titles and hints.</param>
    public sealed record Found(string Query, KeywordResults Results, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>A tip: the daily post, or one asked for.</summary>
    /// <param name="CaseId">The case it comes from.</param>
    /// <param name="Lessons">The lesson, in one language or in both.</param>
    /// <param name="HasDrill">Whether the case has practice material.</param>
    /// <param name="Spoken">The language of headings and buttons.</param>
    public sealed record Tip(string CaseId, IReadOnlyList<TipLesson> Lessons, bool HasDrill, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>A customer's line to answer.</summary>
    /// <param name="Practice">The drill.</param>
    /// <param name="WithSolution">Whether wrong answers and what a good one contains are shown.</param>
    public sealed record Practise(PracticeCard Practice, bool WithSolution) : Reply(Practice.Language);

    /// <summary>The person's settings, with buttons to change them.</summary>
    /// <param name="Chosen">The settings.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record Settings(PersonPreferences Chosen, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>A question for the experts' channel.</summary>
    /// <param name="Question">The masked question and the nearest cases.</param>
    /// <param name="Spoken">Its language.</param>
    public sealed record ExpertWanted(ExpertQuestion Question, AnswerLanguage Spoken) : Reply(Spoken);

    /// <summary>A person's answer, marked as such.</summary>
    /// <param name="Question">What had been asked, masked.</param>
    /// <param name="Text">The expert's words.</param>
    /// <param name="By">The expert's name as the channel shows it; null when unknown.</param>
    /// <param name="Spoken">The language of the frame around it.</param>
    public sealed record ExpertAnswered(string Question, string Text, string? By, AnswerLanguage Spoken) : Reply(Spoken);
}

/// <summary>One way to talk to the bot.</summary>
/// <param name="Usage">What to type.</param>
/// <param name="Meaning">What it does.</param>
public sealed record HelpLine(string Usage, string Meaning);

/// <summary>A tip in one language.</summary>
/// <param name="Language">The language.</param>
/// <param name="Title">The case's title.</param>
/// <param name="Text">The lesson, at most 200 characters.</param>
public sealed record TipLesson(AnswerLanguage Language, string Title, string Text);

/// <summary>A reply and where it goes.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Placement">How it is placed.</param>
/// <param name="To">Another conversation than the one the message came from; null: there.</param>
/// <param name="Key">What makes this send unique within its turn, for bookkeeping: <c>answer</c>, <c>expert</c>, ...</param>
public sealed record OutgoingReply(Reply Reply, ReplyPlacement Placement = ReplyPlacement.New, Address? To = null, string Key = "answer");

/// <summary>How a reply is placed.</summary>
public enum ReplyPlacement
{
    /// <summary>A new message.</summary>
    New,

    /// <summary>In place of the card whose button was pressed, or a new message where the channel can't.</summary>
    Replace,

    /// <summary>Seen by the person who asked only, where the channel can; else a new message.</summary>
    OnlyAsker,
}
