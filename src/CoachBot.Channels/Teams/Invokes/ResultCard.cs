using System.Text.Json;
using CoachBot.Channels.Teams.Cards;
using CoachBot.Channels.Teams.Wire;
using CoachBot.Core.Language;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Teams.Invokes;

/// <summary>A card of a search: the line to choose it by, and what is sent.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">The line below the title.</param>
/// <param name="Language">The language it is shown in.</param>
/// <param name="Card">What is sent.</param>
internal sealed record ResultCard(string CaseId, string Title, string Text, AnswerLanguage Language, RawJson Card)
{
    private const int LongestText = 160;

    /// <summary>Writes it as an attachment with its preview.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("contentType", OutgoingAttachment.AdaptiveCard);
        InvokeBody.Raw(json, "content", Card);
        json.WriteStartObject("preview");
        json.WriteString("contentType", "application/vnd.microsoft.card.thumbnail");
        json.WriteStartObject("content");
        json.WriteString("title", Literal(Title));
        json.WriteString("text", Literal(Text));
        json.WriteStartObject("tap");
        json.WriteString("type", "invoke");
        json.WriteStartObject("value");
        json.WriteString(CardData.Case, CaseId);
        json.WriteString(CardData.Language, Language.Code());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Thumbnail cards read HTML.
    private static string Literal(string text)
    {
        var shown = text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
        return Unicode.Whole(shown).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
    }
}
