using CoachBot.Benchmarks;

// One measurement a command; bench/README.md says what each shows and how to read it.
return args switch
{
    ["latency", ..] => Latency.Run(args[1..]),
    ["ablation", ..] => Ablation.Run(args[1..]),
    ["startup", ..] => StartUp.Run(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: latency [SECONDS] | ablation | startup PUBLISHED_FOLDER");
    return 2;
}
