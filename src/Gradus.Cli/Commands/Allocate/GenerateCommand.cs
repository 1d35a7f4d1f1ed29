using System.CommandLine;
using Gradus.Data;
using Gradus.Matching.Instances;

namespace Gradus.Cli.Commands.Allocate;

/// <summary><c>gradus allocate generate</c>: instances for trying things out; the same seed gives the same bytes.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        var folder = new Option<string>("--out") { Description = "Folder for applicants.csv and posts.csv", Required = true };
        var applicants = new Option<int>("--applicants") { Description = "How many applicants", DefaultValueFactory = _ => 1000 };
        var posts = new Option<int>("--posts") { Description = "How many posts", DefaultValueFactory = _ => 50 };
        var seed = new Option<ulong>("--seed") { Description = "Seed", DefaultValueFactory = _ => 1 };
        var places = new Option<int?>("--places") { Description = "All places together; as many as applicants or posts unless given" };
        var shortest = new Option<int>("--shortest-list") { DefaultValueFactory = _ => 10 };
        var longest = new Option<int>("--longest-list") { DefaultValueFactory = _ => 20 };
        var rankings = new Option<bool>("--rankings") { Description = "Whether posts rank their applicants", DefaultValueFactory = _ => true };
        var linked = new Option<double>("--linked-share") { Description = "Part of applicants in linked pairs" };
        var secondTier = new Option<double>("--second-tier-share") { Description = "Part of applicants in tier 2" };
        var command = new Command("generate", "Make a seeded instance") { folder, applicants, posts, seed, places, shortest, longest, rankings, linked, secondTier };
        command.SetAction(parsed => Inputs.Answer(() =>
        {
            var settings = new GeneratorSettings(parsed.GetValue(applicants), parsed.GetValue(posts), parsed.GetValue(seed))
            {
                Places = parsed.GetValue(places),
                ShortestList = parsed.GetValue(shortest),
                LongestList = parsed.GetValue(longest),
                Rankings = parsed.GetValue(rankings),
                LinkedShare = parsed.GetValue(linked),
                SecondTierShare = parsed.GetValue(secondTier),
            };
            if (settings.Applicants < 0 || settings.Posts < 1 || settings.ShortestList < 1 || settings.LongestList < settings.ShortestList || settings.Places < 0
                || settings.LinkedShare is not (>= 0 and <= 1) || settings.SecondTierShare is not (>= 0 and <= 1))
            {
                throw new UsageException("Expected applicants from 0, posts from 1, lists from 1 with the longest no shorter than the shortest, places from 0, shares from 0 to 1");
            }

            var outFolder = Inputs.Folder(parsed, folder);
            Directory.CreateDirectory(outFolder);
            WrittenAside.Replace(outFolder, "applicants.csv", applicantsFile =>
                WrittenAside.Replace(outFolder, "posts.csv", postsFile =>
                {
                    InstanceGenerator.Write(settings, applicantsFile, postsFile);
                    return true;
                }));
            Console.Error.WriteLine($"{settings.Applicants} applicants and {settings.Posts} posts written to {outFolder}");
            return ExitCode.Done;
        }));
        return command;
    }
}
