namespace CoachBot.Channels.Teams.Groups;

/// <summary>What the directory said about a person and some groups.</summary>
internal abstract record GroupAnswer
{
    private GroupAnswer()
    {
    }

    /// <summary>Of those groups the person belongs to these.</summary>
    public sealed record Known(IReadOnlySet<Guid> Groups) : GroupAnswer;

    /// <summary>Nothing: it is down, busy or not understood.</summary>
    /// <param name="Reason">A code for the log.</param>
    /// <param name="Rest">How long it is to be left alone.</param>
    public sealed record Silent(string Reason, TimeSpan Rest) : GroupAnswer;

    /// <summary>The bot may not ask.</summary>
    /// <param name="Reason">A code for the log.</param>
    public sealed record Refused(string Reason) : GroupAnswer;
}
