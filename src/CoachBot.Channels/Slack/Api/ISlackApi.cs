using System.Text.Json;

namespace CoachBot.Channels.Slack.Api;

/// <summary>Calls Slack's Web API for a workspace.</summary>
internal interface ISlackApi
{
    /// <summary>
    /// Calls a method. Throws for nothing that Slack or the network does. Rate limits are kept by method and workspace; a read is tried again
    /// within a few seconds, a post whose fate is unknown never.
    /// </summary>
    /// <param name="workspace">Whose token is used.</param>
    /// <param name="method">See <see cref="SlackMethods"/>.</param>
    /// <param name="arguments">
    /// Form fields; nested values as JSON text (see <see cref="SlackApiCalls"/>). Null values are left out.
    /// </param>
    /// <param name="cancel">Ends the wait.</param>
    Task<SlackOutcome> CallAsync(SlackWorkspace workspace, string method, IReadOnlyList<KeyValuePair<string, string?>> arguments, CancellationToken cancel);
}

/// <summary>What became of a call.</summary>
internal abstract record SlackOutcome
{
    private SlackOutcome()
    {
    }

    /// <summary>Done.</summary>
    /// <param name="Body">The answer.</param>
    public sealed record Ok(JsonElement Body) : SlackOutcome;

    /// <summary>Slack said no.</summary>
    public sealed record Failed(SlackError Error) : SlackOutcome;

    /// <summary>Too many calls: not before this time has passed.</summary>
    public sealed record Limited(TimeSpan After) : SlackOutcome;

    /// <summary>It never reached Slack.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Unreached(string Reason) : SlackOutcome;

    /// <summary>It may have been done or not.</summary>
    /// <param name="Reason">A code.</param>
    public sealed record Doubtful(string Reason) : SlackOutcome;
}

/// <summary>Slack's refusal.</summary>
/// <param name="Code">The <c>error</c>.</param>
/// <param name="Needed">The scope that is missing.</param>
/// <param name="Provided">The scopes that are there.</param>
/// <param name="Messages">What names the faulty argument or block.</param>
internal sealed record SlackError(string Code, string? Needed, string? Provided, IReadOnlyList<string> Messages);
