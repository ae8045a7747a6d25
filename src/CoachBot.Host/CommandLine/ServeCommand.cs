using System.CommandLine;
using CoachBot.Host.Resources;
using CoachBot.Host.Serving;
using CoachBot.Infrastructure.Search;
using CoachBot.Infrastructure.Storage;
using Microsoft.Extensions.Options;

namespace CoachBot.Host.CommandLine;

/// <summary><c>serve</c>, and what runs without any command: the bot host.</summary>
internal static class ServeCommand
{
    /// <summary>The command.</summary>
    public static Command Create(SettingsOptions settings)
    {
        var rest = new Argument<string[]>("settings") { Arity = ArgumentArity.ZeroOrMore, Hidden = true };
        var command = new Command("serve", HostTexts.Get("Serve")) { rest };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancel) => RunAsync(settings.Of(parsed), [.. parsed.GetValue(rest) ?? [], .. parsed.UnmatchedTokens], cancel));
        return command;
    }

    /// <summary>Serves until told to stop.</summary>
    public static async Task<int> RunAsync(KnowledgeOptions options, string[] settings, CancellationToken cancel)
    {
        if (OpenedCoach.Open(options) is not { } opened)
        {
            return ExitCode.Problems;
        }

        try
        {
            await using var host = BotHost.Build(options, opened, settings);

            // Before the framework does it, which would print a wrong setting with a stack of its own calls.
            host.Services.GetRequiredService<IStartupValidator>().Validate();
            await host.RunAsync(cancel);
            return ExitCode.Ok;
        }
        catch (OptionsValidationException e)
        {
            foreach (var failure in e.Failures)
            {
                Terminal.Complain(failure);
            }
        }
        catch (StorageException e)
        {
            Terminal.Complain(e.Message);
        }

        return ExitCode.Problems;
    }
}
