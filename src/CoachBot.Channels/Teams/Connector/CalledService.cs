namespace CoachBot.Channels.Teams.Connector;

/// <summary>Who is called.</summary>
/// <param name="Name">For the log.</param>
/// <param name="Tokens">What the calls carry.</param>
/// <param name="LongestWait">The longest wait for the other side before a call is given up.</param>
internal sealed record CalledService(string Name, ITokenSource Tokens, TimeSpan LongestWait)
{
    /// <summary>What the log calls the service that messages go to.</summary>
    public const string Teams = "Teams";

    /// <summary>What the log calls the directory.</summary>
    public const string Graph = "Microsoft Graph";
}
