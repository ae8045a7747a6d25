using System.CommandLine;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>restore FILE</c>: takes over a backup, also one made from the other database or by an earlier version.</summary>
internal static class RestoreCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var file = new Argument<string>("file") { Description = HostTexts.Get("RestoreFile") };
        var replace = new Option<bool>("--replace") { Description = HostTexts.Get("RestoreReplace") };
        var command = new Command("restore", HostTexts.Get("Restore")) { file, replace };
        command.SetAction((parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!;
            if (!File.Exists(path))
            {
                Terminal.Complain(HostTexts.Get("RestoreNoFile", path));
                return Task.FromResult(ExitCode.Usage);
            }

            return StoreCommands.WithStoreAsync(
                settings,
                parsed,
                make: true,
                async store =>
                {
                    var rows = await store.RestoreAsync(path, parsed.GetValue(replace), cancel);
                    Terminal.Write(HostTexts.Get("RestoreDone", rows, store.Place));
                    return ExitCode.Ok;
                },
                cancel);
        });
        return command;
    }
}
