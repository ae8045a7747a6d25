using System.CommandLine;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Knowledge;
using CoachBot.Infrastructure.Search;

namespace CoachBot.Host.CommandLine;

/// <summary><c>knowledge calibrate</c>: learns what the evidence is worth; to be run after larger changes of the pack.</summary>
internal static class KnowledgeCalibrateCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var command = new Command("calibrate", HostTexts.Get("Calibrate"));
        command.SetAction((parsed, cancel) =>
        {
            var folder = CaseSearch.KnowledgeHome(settings.Of(parsed).Folder);
            var pack = Terminal.Wait(HostTexts.Get("Reading"), () => new KnowledgeFolder(folder).Read().Pack);
            var written = Terminal.Progress(HostTexts.Get("Calibrating"), progress => KnowledgeCalibration.Write(pack, folder, progress, cancel));
            Terminal.Write(HostTexts.Get(written ? "CalibrateDone" : "CalibrateTooFew"));
            return Task.FromResult(written ? ExitCode.Ok : ExitCode.Problems);
        });
        return command;
    }
}
