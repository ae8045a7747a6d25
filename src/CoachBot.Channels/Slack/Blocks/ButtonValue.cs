using System.Text.Json;
using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>What a card's button carries in its <c>value</c>: an action, and whom it is for. Values live as long as messages do.</summary>
internal static class ButtonValue
{
    /// <summary>Slack's limit of a button's value.</summary>
    public const int MostCharacters = 2000;

    /// <summary>The first part of the <c>action_id</c> of a card's buttons; a slash and what makes it unique in its message follow.</summary>
    public const string ActionName = "act";

    private const string VerbMember = "verb";
    private const string ForMember = "for";

    /// <summary>Writes an action; with <paramref name="onlyFor"/> nobody else may press it.</summary>
    /// <exception cref="ArgumentException">The action is longer than Slack allows: the caller must shorten its data.</exception>
    public static string Write(CardAction action, string? onlyFor = null)
    {
        var members = new Dictionary<string, string>(action.Data) { [VerbMember] = action.Verb };
        if (onlyFor is not null)
        {
            members[ForMember] = onlyFor;
        }

        var value = JsonSerializer.Serialize(members, SlackWriting.Default.DictionaryStringString);
        return value.Length <= MostCharacters ? value : throw new ArgumentException($"A button's value of {value.Length} characters", nameof(action));
    }

    /// <summary>Reads a value; null when it is none of ours. Everything in it is untrusted.</summary>
    public static (CardAction Action, string? OnlyFor)? Read(string? value)
    {
        if (value is null or { Length: > MostCharacters })
        {
            return null;
        }

        try
        {
            using var parsed = JsonDocument.Parse(value);
            return parsed.RootElement.Text(VerbMember) is { Length: > 0 } verb ? (new CardAction(verb, DataOf(parsed.RootElement)), parsed.RootElement.Text(ForMember)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> DataOf(JsonElement members)
    {
        var data = new Dictionary<string, string>();
        foreach (var member in members.EnumerateObject().Where(member => member.Name is not (VerbMember or ForMember)))
        {
            if (members.Text(member.Name) is { } text)
            {
                data[member.Name] = text;
            }
        }

        return data;
    }
}
