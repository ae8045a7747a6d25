using System.CommandLine;
using CoachBot.Channels.Slack.Manifests;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>manifest slack --host https://...</c> or <c>--socket</c>: the app's manifest, to be pasted into Slack.</summary>
internal static class ManifestSlackCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var host = new Option<string?>("--host") { Description = HostTexts.Get("ManifestHost") };
        var socket = new Option<bool>("--socket") { Description = HostTexts.Get("ManifestSocket") };
        var command = new Command("slack", HostTexts.Get("ManifestSlack")) { host, socket };
        command.SetAction(parsed => Run(parsed.GetValue(host), parsed.GetValue(socket)));
        return command;
    }

    private static int Run(string? host, bool socket)
    {
        if (socket)
        {
            Console.Out.Write(Text(SlackManifest.SocketFile));
            return ExitCode.Ok;
        }

        if (!Uri.TryCreate(host, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps || address.AbsolutePath != "/" || address.Query.Length > 0)
        {
            Terminal.Complain(HostTexts.Get("ManifestHostWanted"));
            return ExitCode.Usage;
        }

        Console.Out.Write(SlackManifest.For(Text(SlackManifest.HttpFile), address));
        return ExitCode.Ok;
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "manifests", file));
}
