using CoachBot.Core.Language;
using CoachBot.Core.Questions;
using CoachBot.Core.Resources;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Cards;

/// <summary>The buttons of cards. Each carries all that is needed to do what it says.</summary>
internal static class CardButtons
{
    /// <summary>The sentences as a message of their own, which every client can copy.</summary>
    public static CardButton Copy(string id, AnswerLanguage language, string? question) => OfCase(CardVerbs.Copy, id, language, question);

    /// <summary>The sentences large, for the customer.</summary>
    public static CardButton Large(string id, AnswerLanguage language, string? question) => OfCase(CardVerbs.Large, id, language, question);

    /// <summary>All there is on the case.</summary>
    public static CardButton Full(string id, AnswerLanguage language, string? question) => OfCase(CardVerbs.Full, id, language, question);

    /// <summary>A case's card.</summary>
    /// <param name="id">The case.</param>
    /// <param name="language">Its language.</param>
    /// <param name="question">The question it answers; null when nobody asked.</param>
    /// <param name="label">Other words than the usual ones; null: the usual.</param>
    public static CardButton Show(string id, AnswerLanguage language, string? question = null, string? label = null) =>
        OfCase(CardVerbs.Show, id, language, question, label);

    /// <summary>The card in the other language; in both kinds of Chinese from English.</summary>
    public static IEnumerable<CardButton> Translate(string id, AnswerLanguage language, string? question)
    {
        AnswerLanguage[] others = language == AnswerLanguage.En ? [AnswerLanguage.Zh, AnswerLanguage.ZhHant] : [AnswerLanguage.En];
        return others.Select(other => CardButton.Of(
            CardTexts.Get("Language." + other.Code(), language),
            CardVerbs.Translate,
            (CardData.Case, id), (CardData.Language, other.Code()), (CardData.Question, question)));
    }

    /// <summary>Back to the card: it is shown in its own language again, in the place of what was shown for a moment.</summary>
    public static CardButton Back(string id, AnswerLanguage language, string? question) =>
        OfCase(CardVerbs.Translate, id, language, question, CardTexts.Get("Back", language));

    /// <summary>The other matches of a question.</summary>
    public static CardButton Others(string question, AnswerLanguage language) =>
        CardButton.Of(Label(CardVerbs.Others, language), CardVerbs.Others, (CardData.Question, question), (CardData.Language, language.Code()));

    /// <summary>It helped.</summary>
    public static CardButton Helpful(string question, AnswerLanguage language) =>
        CardButton.Of("👍 " + Label(CardVerbs.Helpful, language), CardVerbs.Helpful, (CardData.Question, question), (CardData.Language, language.Code()));

    /// <summary>It did not help, for this reason.</summary>
    public static CardButton Unhelpful(UnhelpfulReason reason, string question, AnswerLanguage language) => CardButton.Of(
        CardTexts.Get("Reason." + reason.Code(), language),
        CardVerbs.Unhelpful,
        (CardData.Question, question), (CardData.Reason, reason.Code()), (CardData.Language, language.Code()));

    /// <summary>Ask an expert.</summary>
    public static CardButton Expert(string question, AnswerLanguage language) =>
        CardButton.Of(Label(CardVerbs.Expert, language), CardVerbs.Expert, (CardData.Question, question), (CardData.Language, language.Code()));

    /// <summary>A button of one case.</summary>
    public static CardButton OfCase(string verb, string id, AnswerLanguage language, string? question = null, string? label = null) =>
        CardButton.Of(label ?? Label(verb, language), verb, (CardData.Case, id), (CardData.Language, language.Code()), (CardData.Question, question));

    /// <summary>The words on the button of a verb.</summary>
    public static string Label(string verb, AnswerLanguage language) => CardTexts.Get("Button." + verb, language);
}
