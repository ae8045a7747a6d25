namespace CoachBot.Channels.Slack.Manifests;

/// <summary>The app's manifest, as Slack wants it pasted.</summary>
public static class SlackManifest
{
    /// <summary>The manifest for a host that Slack calls, in the <c>manifests</c> folder.</summary>
    public const string HttpFile = "slack/manifest.json";

    /// <summary>The manifest for Socket Mode.</summary>
    public const string SocketFile = "slack/manifest-socket.json";

    private const string Placeholder = "https://coachbot.example.com";

    /// <summary>The manifest with a host's own addresses.</summary>
    /// <param name="manifest">The file's text.</param>
    /// <param name="host">Where Slack and people's browsers reach the host; https, no path.</param>
    public static string For(string manifest, Uri host) => manifest.Replace(Placeholder, host.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
}
