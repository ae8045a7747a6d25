namespace CoachBot.Core.Privacy.Finding;

/// <summary>Knows account numbers by the word before them: 6 to 20 digits.</summary>
internal static class AccountNumbers
{
    private static readonly string[] Words =
    [
        "账号", "帐号", "账户", "帐户", "户口", "户头", "账户号", "卡号", "存折", "存折号", "存单号", "账户号码", "户口号码",
        "account", "accounts", "acct", "a/c", "acc", "account no", "account number", "card", "card no", "card number", "passbook", "iban",
    ];

    /// <summary>The number that a window is; null when it is none.</summary>
    public static FoundNumber? Take(NumberWindow window)
    {
        var length = window.End - window.Start;
        var digits = window.Digits.Length;
        return digits is >= 6 and <= 20 && length <= digits + 6 && window.Before.Has(Words) && !Context.IsAmount(window)
            ? new FoundNumber(window.Start, window.End, PersonalData.Account)
            : null;
    }
}
