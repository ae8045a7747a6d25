using System.CommandLine;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>manifest</c>: what a channel is told about the bot.</summary>
internal static class ManifestCommand
{
    /// <summary>The command.</summary>
    public static Command Create() => new("manifest", HostTexts.Get("Manifest"))
    {
        ManifestSlackCommand.Create(),
        ManifestTeamsCommand.Create(),
    };
}
