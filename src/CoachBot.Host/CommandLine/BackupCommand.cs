using System.CommandLine;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary><c>backup FILE</c>: the whole memory as one file, while the host runs.</summary>
internal static class BackupCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var file = new Argument<string>("file") { Description = HostTexts.Get("BackupFile") };
        var command = new Command("backup", HostTexts.Get("Backup")) { file };
        command.SetAction((parsed, cancel) => StoreCommands.WithStoreAsync(
            settings,
            parsed,
            make: false,
            async store =>
            {
                var path = parsed.GetValue(file)!;
                var rows = await store.BackupAsync(path, cancel);
                Terminal.Write(HostTexts.Get("BackupDone", rows, Path.GetFullPath(path), new FileInfo(path).Length));
                return ExitCode.Ok;
            },
            cancel));
        return command;
    }
}
