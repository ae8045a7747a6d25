using System.Text;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Turns a message's text, in Slack's own writing, into what the person typed.</summary>
internal static class SlackText
{
    /// <summary>Nobody describes a case at the counter in more; what is longer is a pasted document.</summary>
    public const int MostCharacters = 4_000;

    // What is read at all: tokens are longer than what they show.
    private const int MostRead = 4 * MostCharacters;

    /// <summary>The text without the bot's mention, tokens as they read, entities decoded once.</summary>
    /// <param name="text">As Slack sent it.</param>
    /// <param name="botUserId">Whose mention is taken out.</param>
    public static string Clean(string text, string botUserId)
    {
        text = text.Length <= MostRead ? text : text[..MostRead];
        var clean = new StringBuilder(Math.Min(text.Length, MostCharacters));
        for (var at = 0; at < text.Length && clean.Length < MostCharacters;)
        {
            var end = text[at] == '<' ? text.IndexOf('>', at) : -1;
            if (end > at)
            {
                clean.Append(Decode(Shown(text.AsSpan(at + 1, end - at - 1), botUserId)));
                at = end + 1;
                continue;
            }

            var next = text.IndexOf('<', at + 1);
            var plain = text[at..(next < 0 ? text.Length : next)];
            clean.Append(Decode(plain));
            at += plain.Length;
        }

        return Bounded(clean.Replace('\u00a0', ' ').ToString().Trim());
    }

    // What a token between angle brackets reads like.
    private static string Shown(ReadOnlySpan<char> token, string botUserId)
    {
        var bar = token.IndexOf('|');
        var label = bar < 0 ? "" : token[(bar + 1)..].ToString();
        var target = bar < 0 ? token : token[..bar];
        return target switch
        {
            ['@', .. var user] => user.SequenceEqual(botUserId) || label.Length == 0 ? " " : $"@{label.TrimStart('@')}",
            ['#', ..] => label.Length == 0 ? " " : $"#{label}",
            ['!', .. var special] => label.Length > 0 ? label : special.IndexOf('^') >= 0 ? " " : $"@{special}",
            _ when label.Length > 0 => label,
            _ => (target.StartsWith("mailto:") ? target["mailto:".Length..] : target).ToString(),
        };
    }

    // Exactly these three, once: a person who typed "&lt;" shall get "&lt;".
    private static string Decode(string text) =>
        text.Contains('&') ? text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal) : text;

    private static string Bounded(string text) =>
        text.Length <= MostCharacters ? text : text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)];
}
