using System.CommandLine;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Storage;

namespace CoachBot.Host.CommandLine;

/// <summary><c>stats</c>: what was asked in the last week, what came of it, and which messages are in doubt.</summary>
internal static class StatsCommand
{
    private const int GapsShown = 10;
    private const int DoubtsShown = 1000;
    private const int MostDays = 3650;

    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings, TimeProvider clock)
    {
        var days = new Option<int>("--days") { Description = HostTexts.Get("StatsDays"), DefaultValueFactory = _ => 7 };
        days.Validators.Add(result =>
        {
            if (result.GetValue(days) is < 1 or > MostDays)
            {
                result.AddError(HostTexts.Get("StatsBadDays", MostDays));
            }
        });
        var doubts = new Option<bool>("--doubts") { Description = HostTexts.Get("StatsDoubts") };
        var json = new Option<bool>("--json") { Description = HostTexts.Get("Json") };
        var command = new Command("stats", HostTexts.Get("Stats")) { days, doubts, json };
        command.SetAction((parsed, cancel) => StoreCommands.WithStoreAsync(
            settings, parsed, make: false, store => ShowAsync(store, parsed.GetValue(days), parsed.GetValue(doubts), parsed.GetValue(json)), cancel));
        return command;

        async Task<int> ShowAsync(StorageTools store, int shown, bool listDoubts, bool asJson)
        {
            var to = clock.GetUtcNow();
            var figures = await store.Statistics.OfAsync(to - TimeSpan.FromDays(shown), to, GapsShown, CancellationToken.None);
            var messages = await store.Inbox.CountAsync(CancellationToken.None);
            var inDoubt = await store.Inbox.InDoubtAsync(listDoubts || asJson ? DoubtsShown : 0, CancellationToken.None);
            StatsReport.Print(figures, messages, inDoubt, asJson);
            return ExitCode.Ok;
        }
    }
}
