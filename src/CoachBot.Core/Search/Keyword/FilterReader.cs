using CoachBot.Core.Language;

namespace CoachBot.Core.Search.Keyword;

/// <summary>Turns the words around a colon into a field and its values, mending what was mistyped.</summary>
internal sealed class FilterReader(HintList hints)
{
    /// <summary>
    /// The field that a name means; a mistyped name counts only when the value fits it, so that ordinary text with a
    /// colon stays text.
    /// </summary>
    public KeywordField? Field(string name, string firstValue)
    {
        var folded = TextFolding.Fold(name);
        if (KeywordFields.Find(folded) is { } field)
        {
            return field;
        }

        if (!IsLatin(folded) || firstValue.Length == 0)
        {
            return null;
        }

        if (KeywordFields.Near(folded) is { } near && Fits(near, TextFolding.Fold(firstValue)))
        {
            hints.Add(KeywordHintKind.FieldReadAs, name, near.Name());
            return near;
        }

        hints.Add(KeywordHintKind.UnknownField, name, HintList.Offer(KeywordFields.Names));
        return null;
    }

    /// <summary>The values by their codes; those that cannot be are left out with a hint.</summary>
    public List<string> Values(KeywordField field, string name, IReadOnlyList<string> written)
    {
        if (written.Count == 0)
        {
            hints.Add(KeywordHintKind.MissingValue, name, field.IsClosed() ? HintList.Offer(field.Allowed()) : "…");
        }

        return written
            .Select(value => field.IsClosed() ? Closed(field, value) : Open(field, value))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
    }

    private static bool Fits(KeywordField field, string value) => !field.IsClosed() || field.Code(value) is not null;

    private static bool IsLatin(string name) => name.Length > 1 && name.All(char.IsAsciiLetter);

    private static string Open(KeywordField field, string value)
    {
        var folded = TextFolding.Fold(value).Trim();
        return field == KeywordField.Source ? folded : folded.Replace(' ', '-');
    }

    private string? Closed(KeywordField field, string value)
    {
        var folded = TextFolding.Fold(value).Trim();
        var code = field.Code(folded) ?? field.Code(folded.Replace(' ', '-'));
        if (code is not null)
        {
            return code;
        }

        code = field.NearCode(folded);
        if (code is null)
        {
            hints.Add(KeywordHintKind.UnknownValue, field.Name(), value, HintList.Offer(field.Allowed()));
        }
        else
        {
            hints.Add(KeywordHintKind.ValueReadAs, field.Name(), value, code);
        }

        return code;
    }
}
