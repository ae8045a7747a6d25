namespace CoachBot.Channels.Teams.Connector;

/// <summary>What became of a call to Teams.</summary>
internal abstract record ConnectorOutcome
{
    private ConnectorOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Answer">The body; empty when there was none or it could not be read.</param>
    public sealed record Done(ConnectorAnswer Answer) : ConnectorOutcome;

    /// <summary>Not taken; it may be tried again.</summary>
    public sealed record Later(TimeSpan After, string Reason) : ConnectorOutcome;

    /// <summary>Teams may have done it or not.</summary>
    public sealed record Unknown(string Reason) : ConnectorOutcome;

    /// <summary>Teams will not.</summary>
    public sealed record Refused(ConnectorError Error) : ConnectorOutcome;
}

/// <summary>The answer to a call, by whichever of its members there are.</summary>
internal sealed class ConnectorAnswer
{
    /// <summary>The id of a message, or of a conversation that was made.</summary>
    public string? Id { get; set; }

    /// <summary>The id of the first message of a conversation that was made.</summary>
    public string? ActivityId { get; set; }

    /// <summary>Where that conversation is served.</summary>
    public string? ServiceUrl { get; set; }
}

/// <summary>A refusal of Teams in readable form.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Its code; empty when it gave none.</param>
/// <param name="Message">Its message, shortened; may name ids, never tokens.</param>
/// <param name="Correlation">What support asks for: <c>MS-CV</c>.</param>
internal sealed record ConnectorError(int Status, string Code, string Message, string Correlation)
{
    /// <summary>For logs and statistics.</summary>
    public string Reason => Code.Length > 0 ? $"{Status}-{Code}" : $"{Status}";

    /// <summary>Whether the conversation is gone, or the bot is no longer in it.</summary>
    public bool IsGone => Code is "BotNotInConversationRoster" or "ConversationNotFound";
}
