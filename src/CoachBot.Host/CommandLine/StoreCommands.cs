using System.CommandLine;
using CoachBot.Host.Resources;
using CoachBot.Infrastructure.Storage;

namespace CoachBot.Host.CommandLine;

/// <summary>What the commands on the store share: opening it, and saying in one line why it can't be.</summary>
internal static class StoreCommands
{
    /// <summary>Does something with the store; a store or file that can't be used is a complaint, not a crash.</summary>
    /// <param name="settings">The settings of the call.</param>
    /// <param name="parsed">The call.</param>
    /// <param name="make">Whether a store that is not there yet is made.</param>
    /// <param name="act">What is done; its exit code.</param>
    /// <param name="cancel">Ends the work.</param>
    public static async Task<int> WithStoreAsync(
        SettingsOptions settings, ParseResult parsed, bool make, Func<StorageTools, Task<int>> act, CancellationToken cancel)
    {
        try
        {
            await using var store = await StorageTools.OpenAsync(SettingsOptions.StorageOf(), settings.Of(parsed).DataFolder, make, TimeProvider.System, cancel);
            return await act(store);
        }
        catch (StorageException e)
        {
            Terminal.Complain(e.Message);
        }
        catch (System.ComponentModel.DataAnnotations.ValidationException e)
        {
            Terminal.Complain(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            Terminal.Complain(HostTexts.Get("StoreFailed", e.Message));
        }

        return ExitCode.Problems;
    }
}
