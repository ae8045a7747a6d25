using System.CommandLine;
using CoachBot.Host.Resources;

namespace CoachBot.Host.CommandLine;

/// <summary>The command line: every command in one list.</summary>
internal static class CommandLineHost
{
    /// <summary>Where the host listens unless told otherwise.</summary>
    public const string DefaultAddress = "http://localhost:3978";

    /// <summary>Runs the command that the arguments name.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        HostTexts.FollowTerminal();
        SettingsFile.Load();
        var settings = new SettingsOptions();
        var knowledge = new Command("knowledge", HostTexts.Get("Knowledge"))
        {
            KnowledgeCheckCommand.Create(settings),
            KnowledgeImportCommand.Create(settings),
            KnowledgeCoverageCommand.Create(settings),
            KnowledgeDoctorCommand.Create(settings, TimeProvider.System),
            KnowledgeExportCommand.Create(settings, TimeProvider.System),
            KnowledgeImportWorkbookCommand.Create(),
            KnowledgeCalibrateCommand.Create(settings),
            KnowledgeEmbedCommand.Create(settings),
        };
        var serve = ServeCommand.Create(settings);
        var root = new RootCommand(HostTexts.Get("Root", DefaultAddress))
        {
            AskCommand.Create(settings),
            ChatCommand.Create(settings),
            SearchCommand.Create(settings),
            TipCommand.Create(settings, TimeProvider.System),
            knowledge,
            EvalCommand.Create(settings),
            ManifestCommand.Create(),
            StatsCommand.Create(settings, TimeProvider.System),
            BackupCommand.Create(settings),
            RestoreCommand.Create(settings),
            serve,
        };
        settings.AddTo(root);
        root.SetAction((parsed, cancel) => ServeCommand.RunAsync(settings.Of(parsed), [], cancel));
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }
}
