namespace CoachBot.Core.Search.Keyword;

/// <summary>A field that a trainer can narrow the search by.</summary>
public enum KeywordField
{
    /// <summary>Staff concerned; a case for <c>any</c> role concerns each of them.</summary>
    Role,

    /// <summary>A free keyword of the case.</summary>
    Tag,

    /// <summary>The catalogue's kinds, and <c>passage</c>.</summary>
    Kind,

    /// <summary>The language that is searched and shown.</summary>
    Lang,

    /// <summary>The trade a case comes from.</summary>
    Domain,

    /// <summary>How much harm bad handling can do.</summary>
    Risk,

    /// <summary>Published or draft.</summary>
    Status,

    /// <summary>The document it comes from: its short name, or a part of its title.</summary>
    Source,

    /// <summary>A unit of the catalogue.</summary>
    Covers,

    /// <summary>The case's or passage's id.</summary>
    Id,

    /// <summary>Whether an expert has checked it.</summary>
    Verified,
}

/// <summary>Narrows the search: several values of one field are alternatives, different fields must all hold.</summary>
/// <param name="Field">Where to look.</param>
/// <param name="Value">The value by its code; in open fields a <c>*</c> at the end stands for any ending.</param>
/// <param name="Excluded">True for <c>-tag:atm</c>: the value must not be there.</param>
public sealed record KeywordFilter(KeywordField Field, string Value, bool Excluded = false)
{
    /// <inheritdoc />
    public override string ToString() => $"{(Excluded ? "-" : "")}{Field.Name()}:{Value}";
}
