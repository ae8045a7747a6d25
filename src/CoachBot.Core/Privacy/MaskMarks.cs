using System.Text.RegularExpressions;

namespace CoachBot.Core.Privacy;

/// <summary>What stands in a text in place of personal data.</summary>
public static partial class MaskMarks
{
    /// <summary>The text without the marks: what is left to be searched for.</summary>
    public static string Strip(string text) => text.Contains('[', StringComparison.Ordinal) ? Any().Replace(text, " ") : text;

    /// <summary>The mark of a kind, in Chinese or in English.</summary>
    public static string Of(PersonalData kind, bool chinese) => (kind, chinese) switch
    {
        (PersonalData.CardNumber, true) => "[卡号]",
        (PersonalData.CardNumber, _) => "[card number]",
        (PersonalData.IdentityNumber, true) => "[身份证号]",
        (PersonalData.IdentityNumber, _) => "[identity number]",
        (PersonalData.HongKongId, true) => "[香港身份证号]",
        (PersonalData.HongKongId, _) => "[HKID]",
        (PersonalData.Phone, true) => "[电话]",
        (PersonalData.Phone, _) => "[phone]",
        (PersonalData.Email, true) => "[邮箱]",
        (PersonalData.Email, _) => "[e-mail]",
        (PersonalData.Account, true) => "[账号]",
        (PersonalData.Account, _) => "[account number]",
        (_, true) => "[姓名]",
        _ => "[name]",
    };

    [GeneratedRegex(@"\[(?:卡号|身份证号|香港身份证号|电话|邮箱|账号|姓名|card number|identity number|HKID|phone|e-mail|account number|name)\]")]
    private static partial Regex Any();
}
