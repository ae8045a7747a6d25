using CoachBot.Benchmarks;
using CoachBot.Benchmarks.Memory;
using CoachBot.Benchmarks.Scale;
using CoachBot.Benchmarks.Slack;
using CoachBot.Benchmarks.Teams;
using CoachBot.Benchmarks.TipsUnderFire;

// One measurement a command; bench/README.md says what each shows and how to read it.
return args switch
{
    ["latency", ..] => Latency.Run(args[1..]),
    ["ablation", ..] => Ablation.Run(args[1..]),
    ["startup", ..] => StartUp.Run(args[1..]),
    ["scale", ..] => ScaleRun.Run(args[1..]),
    ["probe", ..] => Probe.Run(args[1..]),
    ["slack", _, ..] => await SlackLoad.RunAsync(args[1..]),
    ["documents", ..] => DocumentsAcross.Run(args[1..]),
    ["matters"] => Matters.Run(),
    ["teams", _, ..] => TeamsLoad.Run(args[1..]),
    ["teams-soak", _, _, _] => TeamsLoad.Soak(args[1..]),
    ["teams-bare", var url] => EchoHosts.Bare(url),
    ["teams-door", var url] => EchoHosts.Door(url),
    ["teams-fire", _, _, _, ..] => Fire.Run(args[1..]),
    ["vectors", ..] => VectorSearch.Run(args[1..]),
    ["plot"] => ScalePlot.Run(),
    ["memory", ..] => await MemoryOverhead.RunAsync(args[1..]),
    ["inbox", ..] => await InboxThroughput.RunAsync(args[1..]),
    ["power-cut", ..] => await PowerCut.RunAsync(args[1..]),
    ["burst-writer", var file] => await BurstWriter.RunAsync(file),
    ["tips", ..] => await FireRun.RunAsync(args[1..]),
    ["tips-replica", var store, var messengers] => await Replica.RunAsync(store, messengers),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: latency [SECONDS] | ablation | startup PUBLISHED_FOLDER | scale SIZE... | teams PROGRAM [WARM SECONDS [MARGIN]] | teams-soak PROGRAM MINUTES PER_SECOND | slack PUBLISHED_FOLDER [EVENTS_A_SECOND] [SECONDS] | documents FOLDER | matters | vectors [COUNT] | plot | memory [SECONDS] | inbox [SECONDS] | power-cut [ROUNDS] | tips [TIPS] [SECONDS] [RESTARTS]");
    return 2;
}
