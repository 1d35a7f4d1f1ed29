using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Gradus.Data.Content;
using Gradus.Facts;
using Gradus.Rules;
using Gradus.Tools;

namespace Gradus.Tests.Tools;

/// <summary>Keys of choices in capitals and in small letters, at every tool.</summary>
public sealed class FactsKeysTests
{
    private static readonly ContentLibrary Library = ContentLoader.Load(Repository.At("content"));

    public static TheoryData<string> Addresses => [.. AllTools.Declared.Select(tool => tool.Address)];

    [Theory]
    [Trait("run", "whole")]
    [MemberData(nameof(Addresses))]
    public void Answer_ToAnExampleWithItsKeysInOtherLetters_IsTheSame(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);
        var bound = tool.Bind(Library.Book);
        foreach (var example in Library.ExamplesOf(tool))
        {
            var asking = new Asking(example.On, Nation.England);
            var expected = AnswerText.Json(bound, bound.Answer(Encoding.UTF8.GetBytes(example.Facts), asking).Answer!);
            foreach (var letters in (Func<string, string>[])[key => key.ToUpperInvariant(), key => key.ToLowerInvariant()])
            {
                var facts = JsonNode.Parse(example.Facts)!;
                Change(facts, tool.Shape, letters);

                var reply = bound.Answer(Encoding.UTF8.GetBytes(facts.ToJsonString()), asking);

                reply.Errors.ShouldBeEmpty($"{address} {example.Id}: {facts.ToJsonString()}");
                AnswerText.Json(bound, reply.Answer!).ShouldBe(expected, $"{address} {example.Id}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Tables_OfTheFactsType_AreThoseOfItsShape(string address)
    {
        var tool = AllTools.Declared.Single(tool => tool.Address == address);

        FactsShape.KeysIn(tool.FactsType)
            .Order(StringComparer.Ordinal)
            .ShouldBe(tool.Shape.All().Select(fact => fact.Fact?.KeysOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Xunit.Fact]
    public void AChoice_HasTheSameKeyInEveryTableOfChoices()
    {
        var choices = typeof(Choice).Assembly.GetExportedTypes()
            .Where(type => type.IsEnum && type.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType == typeof(Keys<>).MakeGenericType(type))
            .ToList();

        choices.Count.ShouldBeGreaterThan(40);
        foreach (var type in choices)
        {
            var table = (IDictionary)typeof(Choice).GetMethod(nameof(Choice.Of))!.MakeGenericMethod(type).Invoke(null, null)!;
            foreach (var value in Enum.GetValues(type))
            {
                ((Choice)table[value]!).Key.ShouldBe(JsonSerializer.SerializeToElement(value, type).GetString(), $"{type.Name}.{value}");
            }
        }
    }

    private static void Change(JsonNode node, FactsShape shape, Func<string, string> letters)
    {
        foreach (var member in shape.Members)
        {
            if (node is JsonObject group && group[member.Name] is { } value)
            {
                if (member.Kind == FactKind.Choice)
                {
                    group[member.Name] = letters((string)value!);
                }
                else if (member.Kind == FactKind.Group)
                {
                    Change(value, member, letters);
                }
                else if (member is { Kind: FactKind.List, Item: { } item } && value is JsonArray list)
                {
                    for (var index = 0; index < list.Count; index++)
                    {
                        if (item.Kind == FactKind.Choice)
                        {
                            list[index] = letters((string)list[index]!);
                        }
                        else
                        {
                            Change(list[index]!, item, letters);
                        }
                    }
                }
            }
        }
    }
}
