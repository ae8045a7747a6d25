namespace CoachBot.Core.Turns;

/// <summary>How full the queue of turns is.</summary>
public interface IQueueState
{
    /// <summary>How many turns wait or run.</summary>
    int Count { get; }

    /// <summary>How many may.</summary>
    int Capacity { get; }
}
