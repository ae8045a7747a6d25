using CoachBot.Channels.Slack.Wire;
using CoachBot.Core.Turns;

namespace CoachBot.Channels.Slack.Events;

/// <summary>Acts on some types of events. Runs before the acknowledgement: what is slow belongs in a turn or a follow-up.</summary>
internal interface IEventHandler
{
    /// <summary>The inner types.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Whether it wants events of workspaces that have no installation (any more).</summary>
    bool ForUnknownWorkspaces => false;

    /// <summary>What is to be done.</summary>
    /// <param name="envelope">The event.</param>
    /// <param name="workspace">Where; null only when <see cref="ForUnknownWorkspaces"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    Task<EventTaking> TakeAsync(EventEnvelope envelope, SlackWorkspace? workspace, CancellationToken cancel);
}

/// <summary>What is to be done with an event.</summary>
internal abstract record EventTaking
{
    private EventTaking()
    {
    }

    /// <summary>A turn answers it.</summary>
    public sealed record Turn(IncomingMessage Message) : EventTaking;

    /// <summary>It is done already.</summary>
    public sealed record Done : EventTaking;

    /// <summary>It is nothing for us.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Nothing(string Reason) : EventTaking;
}
