using CoachBot.Host.CommandLine;

return await CommandLineHost.RunAsync(args);
