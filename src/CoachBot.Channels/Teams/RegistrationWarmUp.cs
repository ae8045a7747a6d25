using CoachBot.Channels.Teams.Authentication;
using CoachBot.Channels.Teams.Connector;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CoachBot.Channels.Teams;

/// <summary>Fetches keys and token while the host starts, without holding it up: the first person waits less.</summary>
internal sealed class RegistrationWarmUp(RegistrationKeys keys, ITokenSource tokens, ILogger<RegistrationWarmUp> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await keys.WarmUpAsync(stoppingToken).ConfigureAwait(false);
        try
        {
            await tokens.TokenAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (TokenUnavailableException e)
        {
            log.NoToken(CalledService.Teams, e.Message);
        }
    }
}
