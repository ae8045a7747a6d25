using System.Collections.Concurrent;
using CoachBot.Core.Turns;

namespace CoachBot.Infrastructure.Drafting;

/// <summary>How many questions of a person used the model today (UTC). Counted in memory: a restart begins anew, each replica counts its own.</summary>
internal sealed class ModelBudget(int questionsPerDay, TimeProvider time)
{
    private readonly ConcurrentDictionary<PersonKey, int> _used = new();
    private DateOnly _day;

    /// <summary>Takes one question from the person's budget; false when none is left.</summary>
    public bool TryTake(PersonKey person)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_used)
        {
            if (_day != today)
            {
                _day = today;
                _used.Clear();
            }

            var used = _used.GetValueOrDefault(person);
            if (used >= questionsPerDay)
            {
                return false;
            }

            _used[person] = used + 1;
            return true;
        }
    }
}
