namespace CoachBot.Core.Privacy;

/// <summary>Hides personal data in a text before it is stored, logged or sent on.</summary>
public interface IPersonalDataMask
{
    /// <summary>The text with every piece of personal data replaced by what it was, in square brackets; idempotent.</summary>
    MaskedText Mask(string text);
}

/// <summary>A text without personal data.</summary>
/// <param name="Text">The text.</param>
/// <param name="Hidden">What was hidden, each kind once; empty when nothing was.</param>
public sealed record MaskedText(string Text, IReadOnlyList<PersonalData> Hidden);

/// <summary>Kinds of personal data.</summary>
public enum PersonalData
{
    /// <summary>A payment card's number (ISO/IEC 7812, Luhn).</summary>
    CardNumber,

    /// <summary>A PRC identity number (GB 11643, check digit).</summary>
    IdentityNumber,

    /// <summary>A Hong Kong identity card number (check digit).</summary>
    HongKongId,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A bank account's number.</summary>
    Account,

    /// <summary>A name after a title, or before one in Chinese.</summary>
    Name,
}
