using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CoachBot.Channels.Slack.Door;

/// <summary>Reads the fields of a form, once its bytes are trusted.</summary>
internal static class FormFields
{
    private const int MostFields = 100;

    /// <summary>The fields, decoded; null when it is no form.</summary>
    public static Dictionary<string, StringValues>? Read(byte[] body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body)) { ValueCountLimit = MostFields, ValueLengthLimit = body.Length, KeyLengthLimit = 200 };
            return reader.ReadForm();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The one value of a field; null when it is missing or given more than once.</summary>
    public static string? Single(this Dictionary<string, StringValues> fields, string name) => fields.GetValueOrDefault(name) is [{ } value] ? value : null;
}
