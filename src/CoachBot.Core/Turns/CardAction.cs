namespace CoachBot.Core.Turns;

/// <summary>What a button on a card stands for. Buttons live as long as messages do: a verb is never given a new meaning.</summary>
/// <param name="Verb">One of <see cref="CardVerbs"/>; an unknown one is answered kindly.</param>
/// <param name="Data">The button's own data, by the names of <see cref="CardData"/>; untrusted.</param>
public sealed record CardAction(string Verb, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>The value of that name; null when the button has none.</summary>
    public string? this[string name] => Data.GetValueOrDefault(name);
}

/// <summary>The verbs of buttons, the same on every channel.</summary>
public static class CardVerbs
{
    /// <summary>Show a case's card: picked from a choice, from a search, from a tip. Data: case, language.</summary>
    public const string Show = "show";

    /// <summary>Show the whole procedure of the open case. Data: case, language, question.</summary>
    public const string Full = "full";

    /// <summary>Show the card in another language. Data: case, language, question.</summary>
    public const string Translate = "translate";

    /// <summary>Show the sentences large, to turn the screen to the customer. Data: case, language.</summary>
    public const string Large = "large";

    /// <summary>
    /// Give the sentences as a plain message of their own, which every client can copy: a new message, with nothing in it but what is said.
    /// Data: case, language.
    /// </summary>
    public const string Copy = "copy";

    /// <summary>Show the other matches. Data: question, language.</summary>
    public const string Others = "others";

    /// <summary>It helped. Data: question.</summary>
    public const string Helpful = "helpful";

    /// <summary>It did not help; without a reason the reasons are asked for. Data: question, reason.</summary>
    public const string Unhelpful = "unhelpful";

    /// <summary>Ask an expert. Data: question.</summary>
    public const string Expert = "expert";

    /// <summary>Share a private answer with the channel. Data: case, language.</summary>
    public const string Share = "share";

    /// <summary>Show a page of the trainers' search. Data: text, page, language.</summary>
    public const string Search = "search";

    /// <summary>Practise: the case's drill. Data: case, language.</summary>
    public const string Practise = "practise";

    /// <summary>Show what a good answer to a drill contains. Data: case, language.</summary>
    public const string Solution = "solution";

    /// <summary>Another tip instead of this one. Data: language.</summary>
    public const string AnotherTip = "another-tip";

    /// <summary>Set the person's language. Data: language (<c>auto</c> follows the question).</summary>
    public const string SetLanguage = "set-language";

    /// <summary>Switch "customer is here" on or off. Data: on (<c>true</c> or <c>false</c>).</summary>
    public const string SetHere = "set-here";

    /// <summary>Ask this text, as if it had been typed: the examples of a welcome. Data: text.</summary>
    public const string Ask = "ask";
}

/// <summary>The names of a button's data.</summary>
public static class CardData
{
    /// <summary>A case's id.</summary>
    public const string Case = "case";

    /// <summary>A language's code, or <c>auto</c>.</summary>
    public const string Language = "language";

    /// <summary>The id of the question that was asked.</summary>
    public const string Question = "question";

    /// <summary>The code of a reason of <see cref="Questions.UnhelpfulReason"/>.</summary>
    public const string Reason = "reason";

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public const string On = "on";

    /// <summary>A text to ask, or to search for.</summary>
    public const string Text = "text";

    /// <summary>A page's number, counted from 1.</summary>
    public const string Page = "page";
}
