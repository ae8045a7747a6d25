using CoachBot.Channels.Dispatch;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CoachBot.Tests.Channels.Dispatch;

public sealed class ArrivalsTests
{
    private static readonly int Many = 4 * Environment.ProcessorCount;
    private readonly FakeTimeProvider _time = new();
    private readonly Arrivals _arrivals;

    public ArrivalsTests() => _arrivals = new Arrivals(_time);

    [Fact]
    public void Wait_FewArrive_EndsAtOnce()
    {
        Arrive(Many - 1);

        Assert.True(_arrivals.WaitForFewAsync(CancellationToken.None).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Wait_ManyArrive_EndsWhenOneIsThrough()
    {
        Arrive(Many);
        var waiting = _arrivals.WaitForFewAsync(CancellationToken.None).AsTask();
        Assert.False(waiting.IsCompleted);

        _arrivals.End();

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
    }

    [Fact]
    public async Task Wait_ManyKeepArriving_EndsAfterASecond()
    {
        Arrive(Many * 2);
        var waiting = _arrivals.WaitForFewAsync(CancellationToken.None).AsTask();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(waiting.IsCompleted);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
    }

    [Fact]
    public async Task Wait_HostStops_Ends()
    {
        Arrive(Many);
        using var stopping = new CancellationTokenSource();
        var waiting = _arrivals.WaitForFewAsync(stopping.Token).AsTask();

        await stopping.CancelAsync();

        await waiting.WaitAsync(TimeSpan.FromSeconds(10), CancellationToken.None);
    }

    private void Arrive(int count)
    {
        for (var at = 0; at < count; at++)
        {
            _arrivals.Begin();
        }
    }
}
