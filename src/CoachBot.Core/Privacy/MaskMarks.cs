using System.Text;
using System.Text.RegularExpressions;
using CoachBot.Core.Language;

namespace CoachBot.Core.Privacy;

/// <summary>
/// What stands in a text in place of personal data. Marks are stored with the texts, so they are part of the data's format and not
/// of a table of translations: a text that was masked years ago must still be read as masked.
/// </summary>
public static partial class MaskMarks
{
    private static readonly Dictionary<PersonalData, (string Zh, string En)> Marks = new()
    {
        [PersonalData.CardNumber] = ("[卡号]", "[card number]"),
        [PersonalData.IdentityNumber] = ("[身份证号]", "[identity number]"),
        [PersonalData.HongKongId] = ("[香港身份证号]", "[HKID]"),
        [PersonalData.Phone] = ("[电话]", "[phone]"),
        [PersonalData.Email] = ("[邮箱]", "[e-mail]"),
        [PersonalData.Account] = ("[账号]", "[account number]"),
        [PersonalData.Name] = ("[姓名]", "[name]"),
    };

    /// <summary>The mark of a kind in the language of a text.</summary>
    public static string Of(PersonalData kind, AnswerLanguage language) =>
        language == AnswerLanguage.En ? Marks[kind].En : LanguageFaces.Show(Marks[kind].Zh, language);

    /// <summary>The text without its marks: what is left to be searched for.</summary>
    public static string Strip(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }

        var rest = new StringBuilder();
        var at = 0;
        foreach (Match mark in In(TextFolding.Fold(text)))
        {
            rest.Append(text, at, mark.Index - at);
            at = mark.Index + mark.Length;

            // Chinese words on both sides of a mark belong together, as they would without it.
            if (!(IsHan(text, mark.Index - 1) && IsHan(text, at)))
            {
                rest.Append(' ', mark.Length);
            }
        }

        return rest.Append(text, at, text.Length - at).ToString().Trim();
    }

    private static bool IsHan(string text, int at) => at >= 0 && at < text.Length && TextFolding.IsHan(text[at]);

    /// <summary>The marks that stand in a folded text.</summary>
    internal static MatchCollection In(string folded) => Any().Matches(folded);

    [GeneratedRegex(@"\[(?:卡号|身份证号|香港身份证号|电话|邮箱|账号|帐号|姓名|card number|identity number|hkid|phone|e-mail|account number|name)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Any();
}
