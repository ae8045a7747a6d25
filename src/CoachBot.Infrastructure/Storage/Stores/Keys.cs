using System.Text;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Storage.Stores;

/// <summary>People and conversations as one column: parts in order, joined by a bar; a bar or backslash within a part is escaped.</summary>
internal static class Keys
{
    /// <summary>A person's key.</summary>
    public static string Of(PersonKey person) => Join(person.Channel, person.Tenant, person.Id);

    /// <summary>A conversation's key; it has a fourth part only in a thread.</summary>
    public static string Of(ConversationKey conversation) => conversation.Thread is { } thread
        ? Join(conversation.Channel, conversation.Tenant, conversation.Conversation, thread)
        : Join(conversation.Channel, conversation.Tenant, conversation.Conversation);

    /// <summary>What the keys of all conversations of a tenant begin with.</summary>
    public static string OfTenant(string channel, string tenant) => Join(channel, tenant) + "|";

    /// <summary>The person of a key.</summary>
    public static PersonKey Person(string key) => Split(key) is [var channel, var tenant, var id]
        ? new(channel, tenant, id)
        : throw new FormatException($"Not a person's key: {key.Length} characters");

    /// <summary>The conversation of a key.</summary>
    public static ConversationKey Conversation(string key) => Split(key) switch
    {
        [var channel, var tenant, var id] => new(channel, tenant, id),
        [var channel, var tenant, var id, var thread] => new(channel, tenant, id, thread),
        _ => throw new FormatException($"Not a conversation's key: {key.Length} characters"),
    };

    private static string Join(params ReadOnlySpan<string> parts)
    {
        var key = new StringBuilder(Escaped(parts[0]));
        foreach (var part in parts[1..])
        {
            key.Append('|').Append(Escaped(part));
        }

        return key.ToString();
    }

    private static string Escaped(string part) =>
        part.AsSpan().ContainsAny('|', '\\') ? part.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal) : part;

    private static List<string> Split(string key)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        for (var at = 0; at < key.Length; at++)
        {
            if (key[at] == '|')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                at += key[at] == '\\' && at + 1 < key.Length ? 1 : 0;
                part.Append(key[at]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
