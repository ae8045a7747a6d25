namespace CoachBot.Core.Language;

/// <summary>Tells which language a question was asked in, and so which one to answer in.</summary>
public static class LanguageDetector
{
    /// <summary>
    /// Chinese as soon as the text has as many Han characters as Latin words (a Chinese question often carries
    /// <c>ATM</c> or <c>VIP</c>); Traditional when characters that only Traditional writes outnumber those that only
    /// Simplified writes. A text of neither script is answered in English.
    /// </summary>
    public static AnswerLanguage Detect(string text)
    {
        var han = 0;
        var words = 0;
        var onlyTraditional = 0;
        var onlySimplified = 0;
        var inWord = false;
        foreach (var character in text)
        {
            var letter = char.IsAsciiLetter(character);
            words += letter && !inWord ? 1 : 0;
            inWord = letter || (inWord && character == '\'');
            if (!TextFolding.IsHan(character))
            {
                continue;
            }

            han++;
            onlyTraditional += LanguageData.ToSimplified.ContainsKey(character) ? 1 : 0;
            onlySimplified += IsOnlySimplified(character) ? 1 : 0;
        }

        if (han == 0 || han < words)
        {
            return AnswerLanguage.En;
        }

        return onlyTraditional > onlySimplified ? AnswerLanguage.ZhHant : AnswerLanguage.Zh;
    }

    private static bool IsOnlySimplified(char character) =>
        LanguageData.ToTraditional.TryGetValue(character, out var traditional) && traditional != character;
}
