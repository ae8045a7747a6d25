using System.CommandLine;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge embed</c>: embeds what of the pack has no embedding yet; the host does the same while it serves.</summary>
internal static class KnowledgeEmbedCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var command = new Command("embed", HostTexts.Get("Embed"));
        command.SetAction(async (parsed, cancel) =>
        {
            var options = settings.Of(parsed);
            if (ConfiguredModel.Open() is not { } model || OpenedCoach.Open(options) is not { } opened
                || await ConfiguredModel.EmbedAsync(model, opened, options, cancel) is not { } made)
            {
                return ExitCode.Problems;
            }

            Terminal.Write(HostTexts.Get("Embedded", made));
            return ExitCode.Ok;
        });
        return command;
    }
}
