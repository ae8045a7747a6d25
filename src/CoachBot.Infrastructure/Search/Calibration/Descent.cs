namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>Gradient descent with momentum and per-weight steps (Adam): few weights, many rounds.</summary>
internal sealed class Descent(double[] start, double step)
{
    private const double Momentum = 0.9;
    private const double Memory = 0.999;

    private readonly double[] _weights = [.. start];
    private readonly double[] _mean = new double[start.Length];
    private readonly double[] _square = new double[start.Length];
    private int _rounds;

    /// <summary>The weights so far.</summary>
    public float[] Weights() => Array.ConvertAll(_weights, weight => (float)weight);

    /// <summary>One step against a summed gradient.</summary>
    public void Step(double[] gradient, double examples)
    {
        _rounds++;
        for (var i = 0; i < _weights.Length; i++)
        {
            var slope = gradient[i] / Math.Max(1, examples);
            _mean[i] = (Momentum * _mean[i]) + ((1 - Momentum) * slope);
            _square[i] = (Memory * _square[i]) + ((1 - Memory) * slope * slope);
            var mean = _mean[i] / (1 - Math.Pow(Momentum, _rounds));
            var square = _square[i] / (1 - Math.Pow(Memory, _rounds));
            _weights[i] -= step * mean / (Math.Sqrt(square) + 1e-8);
        }
    }
}
