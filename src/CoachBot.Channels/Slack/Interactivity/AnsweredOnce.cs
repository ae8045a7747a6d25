using System.Collections.Concurrent;
using CoachBot.Channels.Slack.Wire;

namespace CoachBot.Channels.Slack.Interactivity;

/// <summary>
/// Knows what was answered just now: the same request again, or the same button pressed twice in a row, has one effect. Slack never repeats
/// interactions by itself, so a short memory of this process will do; turns are guarded by the inbox besides.
/// </summary>
internal sealed class AnsweredOnce(TimeProvider time)
{
    private const int SweepAbove = 50_000;
    private static readonly TimeSpan Replayed = TimeSpan.FromMinutes(11);
    private static readonly TimeSpan DoubleClick = TimeSpan.FromSeconds(1.5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Whether it is new.</summary>
    public bool Take(Interaction interaction, SlackWorkspace workspace) =>
        TakeKey(SlackTurns.IdOf(interaction, workspace), Replayed) && (interaction.Type != "block_actions" || TakeKey(PressOf(interaction, workspace), DoubleClick));

    private bool TakeKey(string key, TimeSpan memory)
    {
        var now = time.GetUtcNow();
        if (_until.Count > SweepAbove)
        {
            Sweep(now);
        }

        var until = now + memory;
        return _until.AddOrUpdate(key, until, (_, earlier) => earlier > now ? earlier : until) == until;
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var old in _until.Where(entry => entry.Value <= now))
        {
            _until.TryRemove(old);
        }
    }

    private static string PressOf(Interaction interaction, SlackWorkspace workspace)
    {
        var used = interaction.Actions.Count > 0 ? interaction.Actions[0] : null;
        return $"press:{workspace.Tenant}:{interaction.UserId}:{interaction.ChannelId}:{interaction.MessageTs ?? interaction.View?.Id}:{used?.ActionId}:{used?.Value}";
    }
}
