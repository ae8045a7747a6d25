using CoachBot.Core.Language;

namespace CoachBot.Core.Turns;

/// <summary>The language a message speaks for: its text's, else its button's, else its client's.</summary>
public static class MessageLanguage
{
    /// <summary>The language to answer in when the person has chosen none.</summary>
    public static AnswerLanguage Of(IncomingMessage message) => message.Content switch
    {
        MessageContent.Said { Text: var text } when HasLetters(text) => LanguageDetector.Detect(text),
        MessageContent.Edited { Text: var text } when HasLetters(text) => LanguageDetector.Detect(text),
        MessageContent.CoachOn { Text: var text } when HasLetters(text) => LanguageDetector.Detect(text),
        MessageContent.Pressed { Action: var action } when AnswerLanguageCodes.Of(action[CardData.Language]) is { } language => language,
        _ => OfTag(message.Locale),
    };

    /// <summary>The language of a BCP-47 tag; English for all that is not Chinese.</summary>
    public static AnswerLanguage OfTag(string? tag)
    {
        var lower = tag?.ToLowerInvariant() ?? "";
        if (!lower.StartsWith("zh", StringComparison.Ordinal))
        {
            return AnswerLanguage.En;
        }

        return lower.Contains("hant", StringComparison.Ordinal) || lower.EndsWith("-tw", StringComparison.Ordinal)
            || lower.EndsWith("-hk", StringComparison.Ordinal) || lower.EndsWith("-mo", StringComparison.Ordinal)
            ? AnswerLanguage.ZhHant
            : AnswerLanguage.Zh;
    }

    private static bool HasLetters(string text) => text.Any(char.IsLetter);
}
