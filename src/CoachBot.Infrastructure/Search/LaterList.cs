using System.Collections;

namespace CoachBot.Infrastructure.Search;

/// <summary>A list that is read when somebody first looks into it.</summary>
internal sealed class LaterList<T>(Func<IReadOnlyList<T>> read) : IReadOnlyList<T>
{
    private readonly Lazy<IReadOnlyList<T>> _list = new(read);

    /// <inheritdoc />
    public int Count => _list.Value.Count;

    /// <inheritdoc />
    public T this[int index] => _list.Value[index];

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => _list.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
