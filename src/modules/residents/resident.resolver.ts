import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { type RequestContext } from '../../auth/request';
import { asPayload } from '../../shared/user-error.type';
import { ResidencePayload, ResidentPayload } from './registry-payload.type';
import { type ResidenceService } from './residence.service';
import {
  EndResidenceInput,
  MoveResidentInput,
  RegisterResidentInput,
  UpdateResidentInput,
} from './resident.input';
import { type ResidentChangeService } from './resident-change.service';
import { type ResidentService } from './resident.service';
import { Resident } from './resident.type';

type Context = RequestContext<{
  residents: ResidentService;
  residences: ResidenceService;
  residentChanges: ResidentChangeService;
}>;

/** What can be asked about a resident, and keeping the record true. */
@Resolver()
export class ResidentResolver {
  @Query(() => Resident, {
    nullable: true,
    description: 'A resident (居民) of your area, or yourself; NOT_FOUND otherwise.',
  })
  resident(
    @Arg('id', () => ID, { description: 'Id (居民编号).' }) id: string,
    @Ctx() { actor, reads, services }: Context,
  ): Promise<Resident> {
    return services.residents.get(actor, reads, id);
  }

  @Mutation(() => ResidencePayload, { description: 'Put somebody on file (登记居民), with where they live.' })
  registerResident(
    @Arg('input', () => RegisterResidentInput, { description: 'Who, and where (居民及住处).' })
    input: RegisterResidentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ResidencePayload> {
    return asPayload(language, () => services.residences.register(actor, reads, input));
  }

  @Mutation(() => ResidentPayload, { description: 'Change what is on file about a resident (更新居民信息).' })
  updateResident(
    @Arg('input', () => UpdateResidentInput, { description: 'What has changed (变更内容).' })
    input: UpdateResidentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ResidentPayload> {
    return asPayload(language, () => services.residentChanges.update(actor, reads, input));
  }

  @Mutation(() => ResidencePayload, {
    description: 'A resident moves to another household of your area (居民迁移).',
  })
  moveResident(
    @Arg('input', () => MoveResidentInput, { description: 'From where to where (迁移内容).' })
    input: MoveResidentInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ResidencePayload> {
    return asPayload(language, () => services.residences.move(actor, reads, input));
  }

  @Mutation(() => ResidencePayload, {
    description: 'A resident has left a household, or has died (居民离开、死亡).',
  })
  endResidence(
    @Arg('input', () => EndResidenceInput, { description: 'Who, when and how (离开内容).' })
    input: EndResidenceInput,
    @Ctx() { actor, reads, services, language }: Context,
  ): Promise<ResidencePayload> {
    return asPayload(language, () => services.residences.end(actor, reads, input));
  }
}
