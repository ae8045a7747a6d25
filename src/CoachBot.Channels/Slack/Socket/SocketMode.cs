using CoachBot.Channels.Slack.Api;
using CoachBot.Channels.Slack.Health;
using CoachBot.Channels.Slack.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CoachBot.Channels.Slack.Socket;

/// <summary>
/// Socket Mode, for banks that open no port: some sockets are held, each replaced before it goes, so that there is always one to hear with.
/// </summary>
internal sealed class SocketMode(
    SlackHttp http, SocketDesk desk, SlackState state, IOptions<SlackOptions> options, TimeProvider time, ILogger<SocketMode> log) : BackgroundService
{
    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private readonly SlackOptions _options = options.Value;
    private readonly CancellationTokenSource _fatal = new();
    private int _open;

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        state.Fail(SlackState.Sockets, "no socket yet");
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _fatal.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, _fatal.Token);
        await Task.WhenAll(Enumerable.Range(1, _options.SocketConnections).Select(number => HoldAsync(number, either.Token)));
    }

    // One place in the set: a socket, and after it the next one, for as long as the host lives.
    private async Task HoldAsync(int number, CancellationToken stopping)
    {
        var wait = FirstWait;
        var old = new InFlight();
        try
        {
            while (true)
            {
                var (connection, reason) = await OpenAsync(number, stopping);
                if (connection is null)
                {
                    await PauseAsync(number, reason, wait, stopping);
                    wait = Longer(wait);
                    continue;
                }

                wait = FirstWait;
                var reading = ReadAsync(number, connection, stopping);
                await Task.WhenAny(reading, connection.Leaving);
                if (reading.IsCompleted && await reading is SocketEnd.TooMany or SocketEnd.Disabled)
                {
                    var longer = await reading == SocketEnd.Disabled ? LongestWait : TimeSpan.FromSeconds(10);
                    await PauseAsync(number, (await reading).ToString(), longer, stopping);
                }
                else if (reading.IsCompleted && await reading == SocketEnd.Broken)
                {
                    await PauseAsync(number, nameof(SocketEnd.Broken), FirstWait, stopping);
                }

                old.Add(reading);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await old.Done();
        }
    }

    private async Task<SocketEnd> ReadAsync(int number, SocketConnection connection, CancellationToken stopping)
    {
        var end = SocketEnd.Closed;
        try
        {
            end = await connection.ReadAsync(stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops: closed below.
        }
        finally
        {
            await connection.CloseAsync();
            connection.Dispose();
            Count(-1);
        }

        log.SocketEnded(number, end.ToString());
        if (end == SocketEnd.Disabled)
        {
            state.Fail(SlackState.Sockets, "Socket Mode is switched off in Slack");
        }

        return end;
    }

    private async Task<(SocketConnection? Connection, string Reason)> OpenAsync(int number, CancellationToken stopping)
    {
        switch (await http.PostAsync(SlackMethods.OpenSocket, _options.AppToken, [], stopping))
        {
            case SlackOutcome.Ok { Body: var body } when Uri.TryCreate(body.Text("url"), UriKind.Absolute, out var address) && IsSafe(address):
                return await ConnectAsync(number, address, stopping);
            case SlackOutcome.Limited { After: var after }:
                await Task.Delay(after, time, stopping);
                return (null, "rate-limited");
            case SlackOutcome.Failed { Error.Code: var code } when SlackErrors.TokenIsDead(code):
                state.Fail(SlackState.Sockets, code);
                log.Unserved(code);
                await _fatal.CancelAsync();
                throw new OperationCanceledException(_fatal.Token);
            case SlackOutcome.Failed { Error.Code: var code }:
                return (null, code);
            case var other:
                return (null, other.GetType().Name);
        }
    }

    private async Task<(SocketConnection? Connection, string Reason)> ConnectAsync(int number, Uri address, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(HelloPatience);
        var connection = new SocketConnection(number, desk, log);
        try
        {
            await connection.OpenAsync(address, patience.Token);
            log.SocketUp(number, Count(+1));
            return (connection, "");
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            connection.Dispose();
            return (null, e.GetType().Name);
        }
    }

    // Spread, so that many hosts that lost Slack together do not come back together.
    private async Task PauseAsync(int number, string reason, TimeSpan wait, CancellationToken stopping)
    {
        var spread = wait * (0.75 + (Random.Shared.NextDouble() / 2));
        log.SocketRefused(number, reason, spread);
        await Task.Delay(spread, time, stopping);
    }

    private int Count(int change)
    {
        var open = Interlocked.Add(ref _open, change);
        if (open > 0)
        {
            state.Serve(SlackState.Sockets);
        }
        else
        {
            state.Fail(SlackState.Sockets, "no socket");
        }

        return open;
    }

    private bool IsSafe(Uri address) => address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback && _options.ApiUrl.IsLoopback);

    private static TimeSpan Longer(TimeSpan wait) => wait * 2 < LongestWait ? wait * 2 : LongestWait;
}
